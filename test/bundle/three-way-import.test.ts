import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import type { ImportInput } from '../../src/contract/api.ts';
import { parseCsv } from '../../src/domain/csv/parse-csv.ts';
import { importAll, source } from '../support/importing.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';

const TITLE = 4;

function exported(person: Person): string[][] {
  const parsed = parseCsv(person.get('exportRecords', { which: 'all' }).text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.rows.map((row) => [...row]);
}

function type(book: BookModel, row: number, column: number, text: string): void {
  const values = book.sheets.find(({ name }) => name === 'Records')?.rows[row - 1]?.values;
  if (values) values[column] = text;
}

const title = (book: BookModel, row: number) => cellsOf(book, 'Records')[row - 1]?.[TITLE];

async function open() {
  const { book } = generateBook({ records: 30, seed: 4 });
  const person = await openAs(book);
  return { book, person, file: exported(person) };
}

function fileTitle(file: string[][], row: number, text: string): void {
  const cells = file[row - 1];
  if (cells) cells[TITLE] = text;
}

function run(person: Person, input: ImportInput) {
  return person.get('importRecords', { ...input, basedOn: person.get('previewImport', input).basedOn });
}

describe('three ways: the last export, your edits, a fresh file', () => {
  test('a change that only the file has comes in', async () => {
    const { book, person, file } = await open();
    fileTitle(file, 2, 'From the LMS');
    const { counts } = person.get('previewImport', source(file));
    expect(counts).toMatchObject({ updated: 1, same: 29, conflicts: 0, kept: 0 });
    run(person, source(file));
    expect(title(book, 2)).toBe('From the LMS');
  });

  test('a change that only the sheet has stays, and is said', async () => {
    const { book, person, file } = await open();
    type(book, 3, TITLE, 'Mine');
    fileTitle(file, 2, 'From the LMS');
    const { counts, notes } = person.get('previewImport', source(file));
    expect(counts).toMatchObject({ updated: 1, same: 29, conflicts: 0, kept: 1 });
    expect(notes.join(' ')).toMatch(/1 cell changed here since the last export or import/);
    run(person, source(file));
    expect([title(book, 2), title(book, 3)]).toEqual(['From the LMS', 'Mine']);
  });

  test('changed on both sides: nothing is overwritten before somebody decides', async () => {
    const { book, person, file } = await open();
    type(book, 3, TITLE, 'Mine');
    fileTitle(file, 3, 'Theirs');
    const input = source(file);
    const { questions, counts, basedOn } = person.get('previewImport', input);
    expect(counts).toMatchObject({ updated: 0, same: 29, conflicts: 1 });
    expect(questions.conflicts).toMatchObject([
      { row: 3, heading: 'Title', sheet: 'Mine', file: 'Theirs', decision: null },
    ]);
    expect(person.refusal('importRecords', { ...input, basedOn })).toMatch(
      /changed both here and in the file/i,
    );
    expect(title(book, 3)).toBe('Mine');
    run(person, { ...input, conflicts: 'file' });
    expect(title(book, 3)).toBe('Theirs');
  });

  test('row by row: one cell from the file, one from the sheet', async () => {
    const { book, person, file } = await open();
    for (const row of [3, 4]) {
      type(book, row, TITLE, `Mine ${row}`);
      fileTitle(file, row, `Theirs ${row}`);
    }
    const [first, second] = person.get('previewImport', source(file)).questions.conflicts;
    const conflicts = { [first?.item ?? '']: 'sheet', [second?.item ?? '']: 'file' } as const;
    run(person, { ...source(file), conflicts });
    expect([title(book, 3), title(book, 4)]).toEqual(['Mine 3', 'Theirs 4']);
    expect(person.get('previewImport', source(file)).counts).toMatchObject({
      updated: 0,
      conflicts: 0,
      kept: 1,
    });
  });

  test('an import is remembered like an export, and forgotten when it is undone', async () => {
    const { book, person, file } = await open();
    fileTitle(file, 2, 'From the LMS');
    const { run: id } = run(person, source(file));
    type(book, 2, TITLE, 'Mine');
    expect(person.get('previewImport', source(file)).counts).toMatchObject({ updated: 0, kept: 1 });
    type(book, 2, TITLE, 'From the LMS');
    person.get('undo', { run: id, basedOn: person.get('previewUndo', { run: id }).basedOn });
    expect(person.get('previewImport', source(file)).counts).toMatchObject({ updated: 1, kept: 0 });
  });

  test('nothing remembered, nothing asked: the file wins, as always', async () => {
    const { book } = generateBook({ records: 5, seed: 4 });
    const person = await openAs(book);
    const [, first] = cellsOf(book, 'Records');
    const rows = [
      ['Record Id', 'Name', 'Title'],
      [String(first?.[0]), String(first?.[1]), 'Other'],
    ];
    expect(person.get('previewImport', source(rows)).counts).toMatchObject({ updated: 1, conflicts: 0 });
  });

  test('somebody who may not write still gets the export, told that it was not remembered', async () => {
    const { book } = generateBook({ records: 5, seed: 4 });
    const person = await openAs(book);
    person.host.hooks = {
      before: (method) => {
        if (method === 'Spreadsheet.insertSheet') throw new Error('You do not have permission to do that.');
      },
    };
    const { rows, notes } = person.get('exportRecords', { which: 'all' });
    expect(rows).toBe(5);
    expect(notes.join(' ')).toMatch(/could not be remembered/);
  });
});

describe('people’s own columns', () => {
  const HEADINGS = ['Record Id', 'Name', 'Record Type', 'Title', 'Cost Centre'];

  test('are asked for once, made, filled in new and standing rows, and taken away by undo', async () => {
    const { book } = generateBook({ records: 5, seed: 4 });
    const person = await openAs(book);
    const before = JSON.stringify(cellsOf(book, 'Records'));
    const [, first] = cellsOf(book, 'Records');
    const rows = [
      HEADINGS,
      [String(first?.[0]), String(first?.[1]), 'Training Record', String(first?.[TITLE]), '0012'],
      ['0', 'new.one', 'Training Record', 'T', 'MAR1'],
    ];
    const input = source(rows);
    const { questions, basedOn } = person.get('previewImport', input);
    expect(questions.customColumns).toEqual(['Cost Centre']);
    expect(person.refusal('importRecords', { ...input, basedOn })).toMatch(/columns/);
    const { run: id } = run(person, { ...input, customColumns: 'add' });
    const after = cellsOf(book, 'Records');
    expect([after[0]?.[11], after[1]?.[11], after[6]?.[11]]).toEqual(['Cost Centre', '0012', 'MAR1']);
    const again = person.get('previewImport', input);
    expect([again.questions.customColumns, again.counts.same]).toEqual([[], 2]);
    person.get('undo', { run: id, basedOn: person.get('previewUndo', { run: id }).basedOn });
    expect(JSON.stringify(cellsOf(book, 'Records'))).toBe(before);
  });

  test('can be left out', async () => {
    const { book } = generateBook({ records: 5, seed: 4 });
    const person = await openAs(book);
    const input = {
      ...source([HEADINGS, ['0', 'new.one', 'Training Record', 'T', 'X']]),
      customColumns: 'leaveOut' as const,
    };
    run(person, input);
    expect(cellsOf(book, 'Records')[0]).toHaveLength(11);
  });
});

test('what was remembered of the same records is forgotten in time, not what nobody has remembered since', async () => {
  const { book } = generateBook({ records: 100, seed: 4 });
  const person = await openAs(book);
  const [headings = [], ...records] = exported(person);
  const title = headings.indexOf('Title');
  const file = (from: number, to: number, text: string) =>
    source([headings, ...records.slice(from, to).map((row) => row.with(title, text))]);
  const remembered = () => cellsOf(book, 'Last Exchange').filter(([run]) => run !== undefined).length - 1;
  importAll(person, file(0, 20, 'Once'));
  importAll(person, file(20, 80, 'Week 1'));
  // The export, and each import.
  expect(remembered()).toBe(3);
  // As it is after some three hundred weeks.
  const sheet = book.sheets.find(({ name }) => name === 'Last Exchange');
  const [, part, text] = sheet?.rows[3]?.values ?? [];
  for (let week = 2; week < 296; week++)
    sheet?.rows.splice(week + 2, 0, { values: [`R0${week}`, part ?? '', text ?? ''] });
  expect(remembered()).toBe(297);
  importAll(person, file(20, 80, 'Week 298'));
  expect(remembered()).toBe(4);
  type(book, 2, title, 'Typed here');
  const changed = person.get('previewImport', file(0, 1, 'Written there'));
  expect(changed.questions.conflicts).toHaveLength(1);
});
