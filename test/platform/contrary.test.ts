import { sampleBook } from '../../playground/sample/make-sample.ts';
import { type BookModel, emptyBook, emptySheet } from '../../playground/sheets/model.ts';
import { createHost } from '../../playground/sheets/runtime.ts';
import { picture } from '../faults/pictures.ts';
import { SCENARIOS, type Scenario } from '../faults/scenarios.ts';
import { builtProduct, Person } from '../support/product.ts';
import { tickingClock } from '../support/ticking-clock.ts';
import { contrary, type Habits } from './contrary.ts';

const ALL = SCENARIOS.map((scenario) => [scenario.name, scenario] as const);

function carryOut(person: Person, scenario: Scenario): unknown {
  scenario.before?.(person);
  const step = scenario.prepare(person);
  if (!step) throw new Error(`${scenario.name}: nothing to do`);
  return person.call(step.action, step.input as never);
}

/** The workbook after a scenario in the playground's stand-in. */
async function usual(scenario: Scenario): Promise<BookModel> {
  const book = scenario.book();
  const now = tickingClock(Date.UTC(2026, 10, 20, 9));
  carryOut(new Person(await createHost({ book, folder: await builtProduct(), now })), scenario);
  return book;
}

async function elsewhere(scenario: Scenario, habits: Habits) {
  const book = scenario.book();
  const other = await contrary(book, habits);
  const answer = carryOut(other.person, scenario);
  return { answer, book, other };
}

const cells = (book: BookModel): unknown => picture(book);

describe('on another stand-in for the same documentation the same comes out', () => {
  test.each(ALL)(
    'values of another realm, results that are frozen, nothing younger than ES2020: %s',
    async (_, scenario) => {
      const { answer, book, other } = await elsewhere(scenario, {});
      expect([answer, other.log]).toMatchObject([{ ok: true }, []]);
      expect(cells(book)).toEqual(cells(await usual(scenario)));
    },
  );

  test.each(ALL)(
    'nobody is told who is at work, nothing can be locked or remembered: %s',
    async (_, scenario) => {
      const { answer, book, other } = await elsewhere(scenario, {
        answers: {
          'User.getEmail': () => '',
          'LockService.getDocumentLock': () => null,
          'PropertiesService.getDocumentProperties': () => null,
        },
      });
      expect([answer, other.log]).toMatchObject([{ ok: true }, []]);
      expect(cells(book)).toEqual(cells(await usual(scenario)));
    },
  );

  const otherName = (format: unknown): unknown =>
    Array.isArray(format) ? format.map(otherName) : format === 'General' ? '0.###############' : format;

  test.each(ALL)('the ordinary format has another name: %s', async (_, scenario) => {
    const { answer, book, other } = await elsewhere(scenario, {
      answers: { 'Range.getNumberFormat': otherName, 'Range.getNumberFormats': otherName },
    });
    expect([answer, other.log]).toMatchObject([{ ok: true }, []]);
    expect(cells(book)).toEqual(cells(await usual(scenario)));
  });

  test.each(ALL)('new sheets are small: %s', async (_, scenario) => {
    const { answer, book } = await elsewhere(scenario, {
      after: (method, { sheets, lastId }) => {
        const made = method === 'Spreadsheet.insertSheet' && sheets.find(({ id }) => id === lastId);
        if (made) Object.assign(made, { rowCount: 3, columnCount: 4 });
      },
    });
    expect(answer).toMatchObject({ ok: true });
    expect(cells(book)).toEqual(cells(await usual(scenario)));
  });

  /** Looks, hints and memories: the job itself never needs one. */
  const COSMETIC =
    /^(Range\.(set(FontWeight|Background|DataValidation)|protect)|Sheet\.(setFrozenRows|setColumnWidths?|hideSheet|newChart|insertChart|[gs]etConditionalFormatRules|getProtections)|Spreadsheet\.(toast|setActiveSheet)|Protection\..*|Properties(Service)?\..*|Session\..*|User\..*|EmbeddedChartBuilder\..*|DataValidationBuilder\..*)$/;

  test.each(ALL.filter(([name]) => name !== 'highlight'))('looks and hints fail: %s', async (_, scenario) => {
    const { answer, book } = await elsewhere(scenario, { throws: COSMETIC });
    expect(answer).toMatchObject({ ok: true });
    expect(cells(book)).toEqual(cells(await usual(scenario)));
  });

  test('a highlight that cannot be set is refused plainly', async () => {
    const scenario = SCENARIOS.find(({ name }) => name === 'highlight') as Scenario;
    const { answer } = await elsewhere(scenario, { throws: COSMETIC });
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'platform' } });
  });
});

describe('a change that Google does not confirm', () => {
  const writing = ALL.filter(([name]) => !['check', 'highlight', 'export'].includes(name));

  test.each(writing)('is told as neither done nor undone: %s', async (_, scenario) => {
    let failing = false;
    const other = await contrary(scenario.book(), {
      after: (method) => {
        if (failing && method === 'SpreadsheetApp.flush') throw new Error('Heute nicht');
      },
    });
    scenario.before?.(other.person);
    const step = scenario.prepare(other.person);
    failing = true;
    const answer = other.person.call(step?.action ?? 'check', (step?.input ?? {}) as never);
    if (!other.called.has('SpreadsheetApp.flush')) expect(answer.ok).toBe(true);
    else if (!answer.ok) expect(answer.refusal.message).not.toContain('Nothing was changed');
    expect(other.log.length > 0).toBe(!answer.ok);
  });
});

describe('what Google calls', () => {
  const bad = (): BookModel => {
    const { book } = sampleBook();
    const codes = book.sheets.find(({ name }) => name === 'Codes');
    if (!codes) throw new Error('no Codes');
    codes.rows.push({ values: ['', 'a description without a code'] });
    codes.rowCount++;
    return book;
  };

  test('an edit event has the documented fields and no others; a paste has no value', async () => {
    const book = bad();
    const other = await contrary(book);
    const last = book.sheets.find(({ name }) => name === 'Codes')?.rows.length;
    other.run('onEdit', ({ range, spreadsheet }) => ({
      authMode: {},
      range: range('Codes', `A${last}:B${last}`),
      source: spreadsheet(),
      user: { getEmail: () => '' },
    }));
    expect(other.called).toContain('Spreadsheet.toast');
    expect(other.log).toEqual([]);
  });

  test.each<[string, () => unknown]>([
    ['nothing at all', () => undefined],
    ['an event without a range', () => ({})],
    ['an event with an empty range', () => ({ range: null })],
  ])('an edit told by %s is let be', async (_, event) => {
    const other = await contrary(bad());
    other.run('onEdit', event);
    expect(other.log).toEqual([]);
  });

  test('an edit whose check fails disturbs nobody', async () => {
    const other = await contrary(bad(), { throws: /^Range\.getValues$/ });
    other.run('onEdit', ({ range }) => ({ range: range('Codes', 'A2') }));
    expect(other.log).toEqual([expect.stringContaining('Heute nicht')]);
  });

  test('the menu is made of the four calls that AuthMode.NONE allows', async () => {
    const other = await contrary(bad());
    other.run('onOpen');
    expect([...other.called].sort()).toEqual([
      'Menu.addItem',
      'Menu.addToUi',
      'SpreadsheetApp.getUi',
      'Ui.createAddonMenu',
    ]);
  });

  test.each([
    'openSidebar',
    'checkSheets',
    'findCode',
    'importRecords',
    'deleteFlaggedRecords',
    'setUpSheets',
  ])('%s opens the sidebar although nothing can be remembered or said', async (name) => {
    const other = await contrary(bad(), { throws: /^(Properties(Service)?|Spreadsheet\.toast)/ });
    other.run(name);
    expect(other.called).toContain('Ui.showSidebar');
  });
});

describe('cells and sheets as people leave them', () => {
  test('a picture in a cell is text, whatever the platform gives for it', async () => {
    const { book } = sampleBook();
    const image = { getAltTextTitle: () => '', toString: () => 'CellImage' };
    const first = (values: unknown) =>
      (values as unknown[][]).map((row, i) =>
        i === 1 && row.length > 2 ? ['CellImage', image, ...row.slice(2)] : row,
      );
    const other = await contrary(book, { answers: { 'Range.getValues': first } });
    expect(other.person.call('check', {})).toMatchObject({ ok: true });
  });

  test('sheets of one row and one column are set up', async () => {
    const book = emptyBook();
    book.sheets = ['Codes', 'Content', 'Paths', 'Records'].map((name, i) => emptySheet(i, name, 1, 1));
    const other = await contrary(book);
    expect(other.person.call('setUpSheets', {})).toMatchObject({ ok: true });
    expect(other.log).toEqual([]);
    const four = book.sheets.slice(0, 4);
    expect(four.map((sheet) => [sheet.rows[0]?.values[0], sheet.frozenRows])).toEqual([
      ['Code', 1],
      ['Object Id', 1],
      ['Path Id', 1],
      ['Record Id', 1],
    ]);
  });

  test('own sheets that people cut columns from are still read and written', async () => {
    const { book } = sampleBook();
    const other = await contrary(book);
    other.person.get('check');
    const problems = book.sheets.find(({ name }) => name === 'Problems');
    Object.assign(problems ?? {}, { columnCount: 3, rowCount: 5, rows: problems?.rows.slice(0, 5) });
    expect(other.person.call('check', {})).toMatchObject({ ok: true });
    expect(problems?.columnCount).toBe(5);
  });

  test('a new row keeps the formats of people’s own columns', async () => {
    const { book } = sampleBook();
    const records = book.sheets.find(({ name }) => name === 'Records');
    const cost = records?.rows[0]?.values.push('Cost') ?? 0;
    const next = records?.rows.find((each) => each?.values.length === 0);
    if (next) next.formats = { [cost - 1]: '#,##0.00' };
    const rows = [
      ['Name', 'Record Type'],
      ['new.person', 'Training Record'],
    ];
    const other = await contrary(book);
    const { basedOn } = other.person.get('previewImport', { rows });
    other.person.get('importRecords', { rows, basedOn });
    const row = records?.rows.find((each) => each?.values[1] === 'new.person');
    expect(row?.formats?.[cost - 1]).toBe('#,##0.00');
    expect(row?.formats?.[1]).toBe('@');
  });
});
