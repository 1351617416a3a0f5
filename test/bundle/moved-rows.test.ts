// Rows are brought together by a sort, changed or removed, and put back: what people see must not tell.
import fc from 'fast-check';
import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel, SheetModel } from '../../playground/sheets/model.ts';
import type { ImportInput } from '../../src/contract/api.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';

function records(book: BookModel): SheetModel {
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  if (!sheet) throw new Error('no Records');
  return sheet;
}

/** Every row gets a note and a colour of its own, so that a row mixed up with another shows. */
function mark(book: BookModel): void {
  records(book).rows.forEach((row, i) => {
    if (!row || i === 0) return;
    row.notes = { 1: `note of ${row.values[0]}` };
    row.styles = { 2: { background: `#0000${(i % 256).toString(16).padStart(2, '0')}` } };
  });
}

const FILTER = { area: { row: 1, column: 1, rows: 61, columns: 10 }, hiddenValues: {} };
const MERGE = { row: 59, column: 3, rows: 2, columns: 1 };

const picture = (book: BookModel) =>
  records(book).rows.map((row) => [
    Array.from({ length: 9 }, (_, i) => String(row?.values[i] ?? '')).join('|'),
    row?.notes ?? {},
    row?.styles ?? {},
  ]);

const FIELDS = ['Title', 'Training Provider', 'Completion Date', 'Other Information'];

/** A file that changes the fields (by index) of the rows, to another text in each row. */
function updates(book: BookModel, rows: readonly number[], fields: readonly number[]): ImportInput {
  return {
    name: 'updates.csv',
    rows: [
      ['Record Id', 'Name', ...fields.map((field) => FIELDS[field] ?? '')],
      ...rows.map((row, i) => {
        const [id, name] = (records(book).rows[row - 1]?.values ?? []).map(String);
        const day = `2025-02-${String((i % 28) + 1).padStart(2, '0')}`;
        const texts = [`Title ${i}`, `0${i}`, day, `=note ${i}`];
        return [id ?? '', name ?? '', ...fields.map((field) => texts[field] ?? '')];
      }),
    ],
  };
}

function run(person: Person, input: ImportInput): string {
  return person.get('importRecords', { ...input, basedOn: person.get('previewImport', input).basedOn }).run;
}

const undo = (person: Person, id: string) =>
  person.get('undo', { run: id, basedOn: person.get('previewUndo', { run: id }).basedOn });

function flag(book: BookModel, rows: readonly number[]): void {
  for (const row of rows) {
    const values = records(book).rows[row - 1]?.values ?? [];
    while (values.length < 10) values.push('');
    values[9] = 1;
  }
}

describe('changes of many scattered rows', () => {
  test('touch only their cells, whatever rows and columns; undo gives the sheet back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 2, max: 81 }), { minLength: 15, maxLength: 50 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
        async (rows, fields) => {
          const { book } = generateBook({ records: 80, seed: 2 });
          mark(book);
          const person = await openAs(book);
          const before = picture(book);
          const input = updates(book, rows, fields);
          const id = run(person, input);
          expect(person.get('previewImport', input).counts).toMatchObject({ updated: 0, same: rows.length });
          const after = picture(book);
          expect(after.map(([, notes, colours]) => [notes, colours])).toEqual(
            before.map(([, notes, colours]) => [notes, colours]),
          );
          before.forEach((row, i) => {
            if (!rows.includes(i + 1)) expect(after[i]).toEqual(row);
          });
          expect(cellsOf(book, 'Records')[0]).toHaveLength(11);
          undo(person, id);
          expect(picture(book)).toEqual(before);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('take the same number of calls at any size: fourteen, and one to remember the file', async () => {
    const calls: number[] = [];
    for (const size of [1_000, 10_000]) {
      const { book } = generateBook({ records: size, seed: 2 });
      const person = await openAs(book);
      const every = (n: number) => Array.from({ length: 300 }, (_, i) => 2 + i * 3 + n);
      run(person, updates(book, every(0), [0]));
      run(person, updates(book, every(1), [0]));
      calls.push(person.calls);
    }
    expect(calls[0]).toBe(calls[1]);
    expect(calls[0]).toBeLessThanOrEqual(15);
  });

  test.each(['a filter', 'merged cells'])(
    '%s keeps rows from moving: they are written one by one',
    async (what) => {
      const { book } = generateBook({ records: 60, seed: 2 });
      const person = await openAs(book);
      if (what === 'a filter') records(book).filter = FILTER;
      else records(book).merges = [MERGE];
      const rows = Array.from({ length: 25 }, (_, i) => 2 + i * 2);
      const input = updates(book, rows, [0]);
      run(person, input);
      expect(person.get('previewImport', input).counts).toMatchObject({ same: 25, updated: 0 });
      expect(cellsOf(book, 'Records')[0]).toHaveLength(11);
    },
  );
});

describe('deleted rows', () => {
  test('come back in their places with their notes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 2, max: 61 }), { minLength: 1, maxLength: 59 }),
        async (rows) => {
          const { book } = generateBook({ records: 60, seed: 2 });
          mark(book);
          const before = picture(book).map(([values, notes]) => [values, notes]);
          flag(book, rows);
          const person = await openAs(book);
          const { basedOn, count } = person.get('previewDeleteFlagged');
          const { run: id } = person.get('deleteFlagged', { basedOn, confirm: String(count) });
          const { kept } = undo(person, id);
          expect(kept).toEqual([]);
          const after = picture(book)
            .slice(0, 61)
            .map(([values, notes]) => [values, notes]);
          expect(after).toEqual(before.slice(0, 61));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('come back at the end, and it is said, when the rows above them are gone', async () => {
    const { book } = generateBook({ records: 10, seed: 2 });
    flag(book, [5]);
    const person = await openAs(book);
    const { run: id } = person.get('deleteFlagged', { basedOn: person.get('previewDeleteFlagged').basedOn });
    const [gone] = records(book).rows.splice(3, 1);
    expect(gone?.values[0]).toBeDefined();
    const { kept } = undo(person, id);
    expect(kept).toEqual(['Records: 1 row come back at the end, because the rows above them are gone.']);
    expect(cellsOf(book, 'Records')).toHaveLength(10);
  });

  test('in sixteen calls, the same at any size', async () => {
    const calls: number[] = [];
    for (const size of [1_000, 10_000]) {
      const { book } = generateBook({ records: size, seed: 1 });
      const person = await openAs(book);
      const remove = () => {
        const { basedOn, count } = person.get('previewDeleteFlagged');
        person.get('deleteFlagged', { basedOn, confirm: String(count) });
      };
      for (let round = 0; round < 2; round++) {
        flag(
          book,
          Array.from({ length: 100 }, (_, i) => 3 + i * 8),
        );
        remove();
      }
      calls.push(person.calls);
    }
    expect(calls[0]).toBe(calls[1]);
    expect(calls[0]).toBeLessThanOrEqual(16);
  });

  test.each([
    ['a filter', (sheet: SheetModel) => Object.assign(sheet, { filter: FILTER })],
    ['merged cells', (sheet: SheetModel) => Object.assign(sheet, { merges: [MERGE] })],
    [
      'formulas in the rows',
      (sheet: SheetModel) => Object.assign(sheet.rows[20] ?? {}, { formulas: { 10: '=LEN(B21)' } }),
    ],
  ])('%s: the slow way, and the preview says why', async (why, spoil) => {
    const { book } = generateBook({ records: 60, seed: 2 });
    spoil(records(book));
    flag(
      book,
      Array.from({ length: 12 }, (_, i) => 3 + i * 3),
    );
    const person = await openAs(book);
    const { basedOn, count, slowBecause } = person.get('previewDeleteFlagged');
    expect(slowBecause).toBe(why);
    person.get('deleteFlagged', { basedOn, confirm: String(count) });
    expect(cellsOf(book, 'Records').filter(([id]) => id !== undefined)).toHaveLength(61 - 12);
    expect(cellsOf(book, 'Deleted Records')).toHaveLength(13);
  });
});
