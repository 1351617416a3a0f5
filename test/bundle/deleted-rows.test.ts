// What comes back when a deletion is undone, and deletions in sheets of every shape.
import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel, RowModel } from '../../playground/sheets/model.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';

const FLAG = 9;

function recordsOf(book: BookModel) {
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  if (!sheet) throw new Error('there is no Records sheet');
  return sheet;
}

function row(book: BookModel, at: number): RowModel {
  const model = recordsOf(book).rows[at - 1];
  if (!model) throw new Error(`there is no row ${at}`);
  return model;
}

function flag(book: BookModel, rows: readonly number[]): void {
  for (const at of rows) {
    const { values } = row(book, at);
    while (values.length <= FLAG) values.push('');
    values[FLAG] = 1;
  }
}

function deleteFlagged(person: Person) {
  const { basedOn, count } = person.get('previewDeleteFlagged');
  return person.get('deleteFlagged', { basedOn, confirm: count });
}

function undo(person: Person, run: string) {
  return person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
}

/** Adds people's own columns, filled by row number. */
function addColumns(
  book: BookModel,
  columns: Readonly<Record<string, (at: number) => string | number | boolean>>,
) {
  const sheet = recordsOf(book);
  const first = row(book, 1).values.length;
  const entries = Object.entries(columns);
  sheet.columnCount = first + entries.length + 1;
  sheet.rows.forEach((model, i) => {
    if (!model || (i > 0 && model.values[1] === undefined)) return;
    entries.forEach(([heading, fill], j) => {
      while (model.values.length < first + j) model.values.push('');
      model.values[first + j] = i === 0 ? heading : fill(i + 1);
    });
  });
  return first;
}

/** Rows as far as there is content: values, formats and notes. */
const linesOf = (book: BookModel): string[] =>
  recordsOf(book)
    .rows.filter((model) => model?.values.some((value) => value !== ''))
    .map((model) => {
      const values = [...(model?.values ?? [])];
      while (values.at(-1) === '') values.pop();
      return JSON.stringify([values, model?.formats, model?.notes]);
    });

describe('undo of a deletion', () => {
  test.each([
    ['a few rows', [3, 4, 10, 31]],
    ['scattered ones', [3, 5, 7, 9, 11, 13, 15, 17, 19]],
    ['the first', [2]],
    ['every row', Array.from({ length: 30 }, (_, i) => i + 2)],
  ])('%s: numbers, dates, ticks, texts, formats and notes are what and where they were', async (_, rows) => {
    const { book } = generateBook({ records: 30, seed: 4 });
    const first = addColumns(book, {
      Cost: (at) => at + 0.5,
      Renewed: (at) => 45_000 + at,
      Paid: (at) => at % 2 === 0,
      Room: (at) => `00${at}`,
      Remark: () => 'fine',
    });
    for (let at = 2; at <= 31; at++) {
      const model = row(book, at);
      model.formats = { ...model.formats, [first]: '$0.00', [first + 1]: 'dd/mm/yyyy', [first + 3]: '@' };
      model.notes = { 1: `note ${at}` };
    }
    flag(book, rows);
    const before = linesOf(book);
    const person = await openAs(book);
    const { run } = deleteFlagged(person);
    expect(linesOf(book)).toHaveLength(31 - rows.length);
    expect(undo(person, run).kept).toEqual([]);
    const after = linesOf(book);
    // Formats of a sheet with no row left are nowhere to be seen again.
    const without = (line: string) => (rows.length === 30 ? JSON.stringify(JSON.parse(line)[0]) : line);
    expect(after.map(without)).toEqual(before.map(without));
  });

  test('times, lengths of time, and numbers whose formats hold words and colours come back as they were', async () => {
    const { book } = generateBook({ records: 10, seed: 4 });
    const columns = {
      Start: [0.375, 'h:mm AM/PM'],
      Took: [26.5 / 24, '[h]:mm:ss'],
      Balance: [12.5, '[Red]#,##0.00;[Blue]-#,##0.00'],
      Cost: [3.5, '0.00 "dollars"'],
    } as const;
    const cells = Object.entries(columns);
    const first = addColumns(
      book,
      Object.fromEntries(cells.map(([heading, [value]]) => [heading, () => value])),
    );
    const formats = Object.fromEntries(cells.map(([, [, format]], i) => [first + i, format]));
    for (let at = 2; at <= 11; at++) row(book, at).formats = { ...row(book, at).formats, ...formats };
    flag(book, [4, 9]);
    const before = linesOf(book);
    const person = await openAs(book);
    expect(undo(person, deleteFlagged(person).run).kept).toEqual([]);
    expect(linesOf(book)).toEqual(before);
  });

  test('a time is a time again where the other rows say nothing of its format', async () => {
    const { book } = generateBook({ records: 10, seed: 4 });
    const column = addColumns(book, { Took: (at) => (at === 4 ? 1.5 / 24 : '') });
    row(book, 4).formats = { ...row(book, 4).formats, [column]: 'h:mm' };
    flag(book, [4]);
    const person = await openAs(book);
    undo(person, deleteFlagged(person).run);
    expect([row(book, 4).values[column], row(book, 4).formats?.[column]]).toEqual([0.0625, '[h]:mm:ss']);
  });

  test('records without an id that share their name come back in their places', async () => {
    const { book } = generateBook({ records: 20, seed: 4 });
    for (let at = 2; at <= 21; at++) {
      row(book, at).values[0] = at % 2 ? '0' : '';
      row(book, at).values[1] = 'somebody';
    }
    flag(book, [4, 5, 9, 21]);
    const before = linesOf(book).map((line) => JSON.parse(line)[0]);
    const person = await openAs(book);
    const { run } = deleteFlagged(person);
    expect(undo(person, run).kept).toEqual([]);
    expect(linesOf(book).map((line) => JSON.parse(line)[0])).toEqual(before);
  });

  test('a formula comes back as its value, and that is said', async () => {
    const { book } = generateBook({ records: 20, seed: 4 });
    const column = addColumns(book, { Double: (at) => at * 2 });
    for (let at = 2; at <= 21; at++) row(book, at).formulas = { [column]: '=ROW()*2' };
    flag(book, [4, 9]);
    const person = await openAs(book);
    const { run } = deleteFlagged(person);
    expect(undo(person, run).kept).toEqual([
      'Records: 2 cells held a formula; the value comes back, the formula does not.',
    ]);
    expect([row(book, 4).values[column], row(book, 4).formulas]).toEqual([8, undefined]);
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    'a column named %s comes back like any other',
    async (heading) => {
      const { book } = generateBook({ records: 10, seed: 4 });
      addColumns(book, { [`${heading}`]: (at) => (at % 2 ? `own ${at}` : '') });
      row(book, 3).notes = { 11: 'a note' };
      flag(book, [3, 4]);
      const before = cellsOf(book, 'Records').map((cells) => cells.map(String));
      const person = await openAs(book);
      const { run } = deleteFlagged(person);
      undo(person, run);
      expect(cellsOf(book, 'Records').map((cells) => cells.map(String))).toEqual(before);
      expect(row(book, 3).notes).toEqual({ 11: 'a note' });
    },
  );
});

describe('a deletion', () => {
  test('of every row, some of them frozen, in a sheet without a spare row', async () => {
    const { book } = generateBook({ records: 20, seed: 4 });
    const sheet = recordsOf(book);
    sheet.frozenRows = 3;
    sheet.rows.length = 21;
    sheet.rowCount = 21;
    flag(
      book,
      Array.from({ length: 20 }, (_, i) => i + 2),
    );
    deleteFlagged(await openAs(book));
    expect(cellsOf(book, 'Records')).toHaveLength(1);
    expect(cellsOf(book, 'Deleted Records')).toHaveLength(21);
  });

  test('copies every row to Deleted Records as it was: ids, dates as ISO, the flag, when, by whom, which run', async () => {
    const { book } = generateBook({ records: 20, seed: 4 });
    flag(book, [4, 9]);
    const wanted = [4, 9].map((at) =>
      [...(cellsOf(book, 'Records')[at - 1]?.slice(0, FLAG) ?? [])].map(String),
    );
    const person = await openAs(book, { user: 'someone@example.org' });
    const { run } = deleteFlagged(person);
    const [headings, ...copies] = cellsOf(book, 'Deleted Records');
    expect(headings?.slice(-4)).toEqual(['Delete?', 'Deleted At', 'Deleted By', 'Run']);
    expect(copies.map((cells) => cells.slice(0, 6))).toEqual(wanted.map((cells) => cells.slice(0, 6)));
    for (const cells of copies) {
      expect(cells[6]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect([cells[FLAG], cells[11], cells[12]]).toEqual(['1', 'someone@example.org', run]);
    }
  });

  test('is confirmed by the number as a text or as a number', async () => {
    const { book } = generateBook({ records: 10, seed: 4 });
    flag(book, [2, 3, 4]);
    const person = await openAs(book);
    const { basedOn } = person.get('previewDeleteFlagged');
    expect(person.refusal('deleteFlagged', { basedOn, confirm: 2 })).toMatch(/Type 3 to confirm/);
    expect(person.get('deleteFlagged', { basedOn, confirm: 3 }).message).toMatch(/3 records deleted/);
  });
});

test('a first row that comes back where no sort is safe looks like a record, not like the headings', async () => {
  const { book } = generateBook({ records: 20, flagged: 0, seed: 4 });
  const person = await openAs(book);
  person.get('setUpSheets');
  recordsOf(book).merges.push({ row: 10, column: 1, rows: 2, columns: 1 });
  flag(book, [2, 3, 8]);
  const look = () =>
    [2, 3, 4, 8].map((at) => {
      const { styles, validations } = row(book, at);
      return [styles?.[0]?.fontWeight === 'bold', Object.keys(validations ?? {})];
    });
  const before = look();
  undo(person, deleteFlagged(person).run);
  expect(look()).toEqual(before);
});
