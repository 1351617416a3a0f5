import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';
import { book } from '../support/small-book.ts';

const SHEETS = ['Codes', 'Content', 'Paths', 'Records'];

/** Everything a person can see of the four sheets: cells, notes, formats. Used In is the add-on's own column. */
function everything(book: BookModel): unknown {
  return SHEETS.map((name) => {
    const sheet = book.sheets.find((each) => each.name === name);
    const used = sheet?.rows[0]?.values.indexOf('Used In') ?? -1;
    return sheet?.rows.map((row) => ({
      values: row?.values.filter((_, i) => i !== used),
      formulas: row?.formulas,
      formats: row?.formats,
      validations: row?.validations,
      notes: Object.entries(row?.notes ?? {}).filter(([column]) => Number(column) !== used),
    }));
  });
}

function renameIt(person: Person, from: string, to: string, reason = '') {
  const { basedOn } = person.get('previewRename', { from, to, reason });
  return person.get('rename', { from, to, reason, basedOn });
}

function deleteIt(person: Person, code: string) {
  const { basedOn } = person.get('previewDeleteCode', { code });
  return person.get('deleteCode', { code, basedOn });
}

function undoIt(person: Person, run: string) {
  const { basedOn } = person.get('previewUndo', { run });
  return person.get('undo', { run, basedOn });
}

describe('rename', () => {
  test('changes codes, paths and records, lists the content, and the check stays clean', async () => {
    const { book } = generateBook({ records: 400, seed: 4 });
    const person = await openAs(book);
    const { forYou, byHand } = person.get('previewRename', { from: 'QC0002', to: 'NEW-2' });
    expect(forYou.codes).toBe(1);
    expect(byHand.length).toBeGreaterThan(0);
    const { run, checklist } = renameIt(person, 'QC0002', 'NEW-2');
    expect(checklist?.total).toBe(byHand.length);
    expect(person.get('check').groups).toEqual([]);
    for (const { item } of checklist?.items ?? []) person.get('tickChecklist', { run, item, done: true });
    expect(person.get('checklist', { run }).done).toBe(byHand.length);
    expect(person.get('overview').renames).toEqual([]);
    expect(person.get('check').groups).toEqual([]);
    expect(cellsOf(book, 'Content').flat()).not.toContain('QC0002');
  });

  test('undo in the middle of the checklist and at its end both give back the exact workbook', async () => {
    for (const ticks of [1, Number.POSITIVE_INFINITY]) {
      const { book } = sampleBook();
      const person = await openAs(book);
      const before = JSON.stringify(everything(book));
      const { run, checklist } = renameIt(person, 'CPR', 'CPR-2');
      for (const { item } of checklist?.items.slice(0, ticks) ?? [])
        person.get('tickChecklist', { run, item, done: true });
      expect(undoIt(person, run).kept).toEqual([]);
      expect(JSON.stringify(everything(book))).toBe(before);
      expect(person.refusal('previewUndo', { run })).toBe('This run was undone already.');
    }
  });

  test('undo leaves what somebody edited since, and names it', async () => {
    const { book } = generateBook({ records: 200, seed: 4 });
    const person = await openAs(book);
    const { run } = renameIt(person, 'QC0002', 'NEW-2');
    const records = book.sheets.find((sheet) => sheet.name === 'Records');
    const column = records?.rows[0]?.values.indexOf('Qualification Code') ?? 0;
    const row = records?.rows.findIndex((each) => each?.values[column] === 'NEW-2') ?? 0;
    if (records?.rows[row]) records.rows[row].values[column] = 'QC0003';
    const { kept } = undoIt(person, run);
    expect(kept).toEqual([expect.stringContaining(`Records row ${row + 1}`)]);
    expect(records?.rows[row]?.values[column]).toBe('QC0003');
  });

  test('undo finds rows again after a sort', async () => {
    const { book } = generateBook({ records: 300, seed: 4 });
    const person = await openAs(book);
    const before = [...cellsOf(book, 'Records')].map(String).sort();
    const { run } = renameIt(person, 'QC0002', 'NEW-2');
    const records = book.sheets.find((sheet) => sheet.name === 'Records');
    const [head, ...rows] = records?.rows ?? [];
    if (records) records.rows = [head, ...rows.reverse()];
    undoIt(person, run);
    expect(
      [...cellsOf(book, 'Records')]
        .filter((row) => row.length > 0)
        .map(String)
        .sort(),
    ).toEqual(before);
  });

  test('ticking in the sheet sets the content’s code, and content typed by hand ticks its item', async () => {
    const { book } = generateBook({ records: 200, seed: 4 });
    const person = await openAs(book);
    const { run } = renameIt(person, 'QC0002', 'NEW-2');
    const list = book.sheets.find((sheet) => sheet.name === 'Rename Checklist');
    if (list?.rows[1]) list.rows[1].values[0] = 'x';
    person.host.edited({ sheet: list?.id ?? 0, row: 1, column: 0, rows: 1, columns: 1, value: 'x' });
    expect(person.get('checklist', { run }).done).toBe(1);
    expect(cellsOf(book, 'Content').flat()).toContain('NEW-2');
  });

  test('the last tick finishes the checklist: it moves to Activity, and the next check clears its lines', async () => {
    const { book } = generateBook({ records: 200, seed: 4 });
    const person = await openAs(book);
    const { run, checklist } = renameIt(person, 'QC0002', 'NEW-2');
    const finished = () =>
      person.get('activity').runs.filter(({ what }) => /^Finished the checklist/.test(what));
    const items = checklist?.items ?? [];
    for (const { item } of items) {
      expect(finished()).toEqual([]);
      person.get('tickChecklist', { run, item, done: true });
    }
    expect(finished()).toMatchObject([
      { what: expect.stringMatching(/QC0002 to NEW-2: \d+ items?$/), canUndo: false },
    ]);
    // Until then the last tick can be taken out again.
    expect(cellsOf(book, 'Rename Checklist')).toHaveLength(items.length + 1);
    person.get('check');
    expect(cellsOf(book, 'Rename Checklist')).toHaveLength(1);
    expect(finished()).toHaveLength(1);
    expect(undoIt(person, run).kept).toEqual([]);
    expect(cellsOf(book, 'Content').flat()).toContain('QC0002');
  });

  test('a tick in the sheet that no trigger told of is carried out by the next check', async () => {
    const { book } = sampleBook();
    const person = await openAs(book);
    const { run, checklist } = renameIt(person, 'FAID', 'FAID-2026');
    expect(checklist?.total).toBe(2);
    const list = book.sheets.find((sheet) => sheet.name === 'Rename Checklist');
    if (list?.rows[1]) list.rows[1].values[0] = 'yes';
    person.get('check');
    expect(cellsOf(book, 'Content').flat()).toContain('FAID-2026');
    expect(person.get('checklist', { run }).done).toBe(1);
    // Content that is changed back by hand opens its item again.
    const content = book.sheets.find((sheet) => sheet.name === 'Content');
    for (const { values } of content?.rows.flatMap((row) => row ?? []) ?? [])
      if (values.includes('FAID-2026')) values[values.indexOf('FAID-2026')] = 'FAID';
    person.get('check');
    expect(person.get('checklist', { run }).done).toBe(0);
    expect(cellsOf(book, 'Rename Checklist').map(([done]) => done)).toEqual(['Done', '', '']);
  });

  test.each([
    ['the sheet', (book: BookModel, list: number) => book.sheets.splice(list, 1)],
    ['all its lines', (book: BookModel, list: number) => book.sheets[list]?.rows.splice(1)],
  ])('a checklist of which somebody deleted %s is finished at the next check', async (_, take) => {
    const { book } = sampleBook();
    const person = await openAs(book);
    const { run } = renameIt(person, 'CPR', 'CPR-2');
    take(
      book,
      book.sheets.findIndex(({ name }) => name === 'Rename Checklist'),
    );
    expect(person.refusal('previewRename', { from: 'CPR-2', to: 'CPR-3' })).toContain('not finished');
    person.get('check');
    expect(person.get('previewRename', { from: 'CPR-2', to: 'CPR-3' }).verdict.ok).toBe(true);
    const unknown = person.get('check').groups.find(({ rule }) => rule === 'content-unknown-code');
    expect(unknown?.issues.map(({ title }) => title)).toContain('CPR is CPR-2 now');
    expect(undoIt(person, run).kept).toEqual([]);
  });

  test('is refused when the sheets changed since the preview, and changes nothing', async () => {
    const { book } = generateBook({ records: 200, seed: 4 });
    const person = await openAs(book);
    const { basedOn } = person.get('previewRename', { from: 'QC0002', to: 'NEW-2' });
    const records = book.sheets.find((sheet) => sheet.name === 'Records');
    records?.rows.splice(1, 1);
    const before = JSON.stringify(everything(book));
    expect(person.refusal('rename', { from: 'QC0002', to: 'NEW-2', basedOn })).toMatch(
      /changed since the preview/,
    );
    expect(JSON.stringify(everything(book))).toBe(before);
  });

  test('waits for another run, and says so', async () => {
    const { book } = generateBook({ records: 50, seed: 4 });
    const person = await openAs(book);
    const { basedOn } = person.get('previewRename', { from: 'QC0002', to: 'NEW-2' });
    const other = await openAs(book);
    let said = '';
    other.host.hooks = {
      after(method) {
        if (method === 'Lock.tryLock' && said === '')
          said = person.refusal('rename', { from: 'QC0002', to: 'NEW-2', basedOn });
      },
    };
    renameIt(other, 'QC0003', 'NEW-3');
    expect(said).toMatch(/Another run of this add-on is working/);
  });

  test('an unsafe new code stays text: 0012 is written as 0012', async () => {
    const { book } = generateBook({ records: 100, seed: 4 });
    const person = await openAs(book);
    renameIt(person, 'QC0002', '0012');
    expect(cellsOf(book, 'Codes').flat()).toContain('0012');
    expect(cellsOf(book, 'Records').flat()).toContain('0012');
  });

  test.each([
    ['de_DE', 'MAI-1'],
    ['de_DE', 'wahr'],
    ['fr_FR', 'août 12'],
    ['it_IT', 'SET1'],
  ])('where nothing was set up, in the locale %s the new code %s stays text', async (locale, code) => {
    const { book } = generateBook({ records: 30, seed: 4 });
    book.locale = locale;
    for (const sheet of book.sheets) for (const row of sheet.rows) delete row?.formats;
    const person = await openAs(book);
    renameIt(person, 'QC0002', code);
    for (const name of ['Codes', 'Records']) expect(cellsOf(book, name).flat()).toContain(code);
  });

  test('a killed run loses nothing and is finished by Continue', async () => {
    const whole = await openAs(generateBook({ records: 100, seed: 4 }).book);
    renameIt(whole, 'QC0002', 'NEW-2');
    const calls = whole.calls;
    const wanted = JSON.stringify(everything(whole.host.book));
    const { Killed } = await import('../../playground/sheets/meter.ts');
    for (let at = 1; at <= calls; at++) {
      const { book } = generateBook({ records: 100, seed: 4 });
      const person = await openAs(book);
      const before = JSON.stringify(everything(book));
      const { basedOn } = person.get('previewRename', { from: 'QC0002', to: 'NEW-2' });
      person.host.hooks = {
        after(_, n) {
          if (n === at) throw new Killed();
        },
      };
      expect(() => person.call('rename', { from: 'QC0002', to: 'NEW-2', basedOn })).toThrow();
      person.host.hooks = {};
      const [unfinished] = person.get('overview').unfinished;
      if (unfinished) person.get('continueRun', { run: unfinished.run });
      const now = JSON.stringify(everything(book));
      expect([before, wanted]).toContain(now);
      if (unfinished) expect(now).toBe(wanted);
    }
  });
});

describe('merge', () => {
  test('then undo is the workbook as it was', async () => {
    const { book } = generateBook({ records: 200, seed: 4 });
    const person = await openAs(book);
    const rows = () => SHEETS.map((name) => cellsOf(book, name).map(String).sort());
    const before = rows();
    const input = { from: 'QC0002', into: 'QC0003' };
    const { basedOn } = person.get('previewMerge', input);
    const { run } = person.get('merge', { ...input, basedOn });
    expect(cellsOf(book, 'Codes').flat()).not.toContain('QC0002');
    undoIt(person, run);
    expect(rows()).toEqual(before);
  });
});

describe('delete a code', () => {
  test('a used code: the LMS’s sentence first, every blocker, and a file of its records', async () => {
    const person = await openAs(generateBook({ records: 200, seed: 4 }).book);
    const preview = person.get('previewDeleteCode', { code: 'QC0002' });
    expect(preview.canDelete).toBe(false);
    expect(
      preview.reason?.startsWith(
        'Unable to delete this qualification code as it is used elsewhere in the system',
      ),
    ).toBe(true);
    expect(preview.blockers.map((kind) => kind.kind)).toContain('record');
    expect(preview.csv?.text).toContain(',1\r\n');
    expect(person.refusal('deleteCode', { code: 'QC0002', basedOn: preview.basedOn })).toMatch(
      /^Unable to delete/,
    );
  });

  test('the way out names as many records as are still to be flagged', async () => {
    const { book } = generateBook({ records: 200, seed: 4 });
    const person = await openAs(book);
    const wayOut = () => person.get('previewDeleteCode', { code: 'QC0002' }).summary.at(-1);
    const { confirm } = person.get('previewFlagRecords', { code: 'QC0002' });
    const { records } = person.get('previewDeleteCode', { code: 'QC0002' });
    expect(wayOut()).toBe(`Flag ${records} records for deletion, then delete the flagged records.`);
    expect(confirm).toBe(`Flag ${records} records`);
    const rows = book.sheets.find((sheet) => sheet.name === 'Records')?.rows.slice(1) ?? [];
    const own = rows.flatMap((row) => (row?.values[8] === 'QC0002' ? row : []));
    expect(own).toHaveLength(records);
    for (const row of own.slice(1)) row.values[9] = '1';
    expect(wayOut()).toBe('Flag 1 record for deletion, then delete the flagged records.');
    for (const row of own) row.values[9] = '1';
    expect(wayOut()).toBe('Delete the flagged records.');
  });

  test('an unused code goes, is remembered, and comes back only with a reason', async () => {
    const { book } = generateBook({ records: 50, seed: 4 });
    const person = await openAs(book);
    person.get('addCode', { code: 'SPARE-1', description: 'Spare' });
    const { basedOn } = person.get('previewDeleteCode', { code: 'SPARE-1' });
    person.get('deleteCode', { code: 'SPARE-1', basedOn });
    expect(cellsOf(book, 'Codes').flat()).not.toContain('SPARE-1');
    expect(person.refusal('addCode', { code: 'spare-1' })).toMatch(/was used before/);
    person.get('addCode', { code: 'SPARE-1', reason: 'back in use' });
    expect(cellsOf(book, 'Codes').flat()).toContain('SPARE-1');
  });
});

describe('a former code that is in use again', () => {
  test.each([
    ['added', (person: Person) => person.get('addCode', { code: 'A', reason: 'another course' })],
    ['the new name of another', (person: Person) => renameIt(person, 'X', 'A', 'another course')],
  ])('%s: what used it up is undone after that, never to a code that stands twice', async (_, takeAgain) => {
    const Records = [['1', 'ann', 'Training Record', '', 'T', '', '2025-01-02', '', 'A', '']];
    for (const useUp of [deleteIt, (person: Person) => renameIt(person, 'A', 'C')]) {
      const made = book({ Codes: [['A'], ['B'], ['X']], ...(useUp === deleteIt ? {} : { Records }) });
      const person = await openAs(made);
      const before = cellsOf(made, 'Codes');
      const { run } = useUp(person, 'A');
      const again = takeAgain(person);
      const row = cellsOf(made, 'Codes').findIndex(([code]) => code === 'A') + 1;
      expect(person.refusal('previewUndo', { run })).toBe(
        `A is taken already: Codes row ${row}. Undo what brought it back first.`,
      );
      undoIt(person, ('verdict' in again ? again.run?.run : again.run) ?? '');
      expect(undoIt(person, run).kept).toEqual([]);
      expect(cellsOf(made, 'Codes')).toEqual(before);
    }
  });
});

describe('calls', () => {
  test('where used takes six and rename sixteen, the same number at 1,000 and 10,000 records', async () => {
    const counts: number[][] = [];
    for (const records of [1_000, 10_000]) {
      const person = await openAs(generateBook({ records, seed: 3 }).book);
      person.get('whereUsed', { code: 'QC0003' });
      const used = person.calls;
      // The first rename also makes the sheets that remember it.
      renameIt(person, 'QC0005', 'NEW-5');
      renameIt(person, 'QC0003', 'NEW-3');
      counts.push([used, person.calls]);
    }
    expect(counts[0]).toEqual(counts[1]);
    expect(counts[0]?.[0]).toBeLessThanOrEqual(6);
    expect(counts[0]?.[1]).toBeLessThanOrEqual(16);
  });

  test('where used takes at most six also where Sheets has turned codes into dates, and finds those too', async () => {
    const person = await openAs(sampleBook().book);
    person.get('whereUsed', { code: 'CPR' });
    expect(person.calls).toBeLessThanOrEqual(6);
    const dates = person.get('listCodes', { search: '1-Mar' }).codes.map(({ code }) => code);
    expect(dates).toHaveLength(1);
    expect(person.get('whereUsed', { code: dates[0] ?? '' }).row).toBeGreaterThan(1);
  });
});
