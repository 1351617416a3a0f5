// "If a value begins with =, it's interpreted as a formula" (Range.setValues). That the plain-text format keeps a value from it
// is nowhere documented: where it does not, text of people's still becomes no formula.
import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { cellsOf, type Person } from '../support/product.ts';
import { contrary, type Habits } from './contrary.ts';

const TITLE = 4;
const HEADINGS = ['Record Id', 'Name', 'Record Type', 'Title', 'Qualification Code'];

/** Every new text in a sheet that `setValue` or `setValues` wrote is a formula if it begins with `=`, whatever its format. */
function noPlainText(seen: Set<string>): Habits {
  return {
    after: (method, { sheets }) => {
      if (!/\.setValues?$/.test(method)) return;
      const now: string[] = [];
      for (const { name, rows } of sheets)
        for (const row of rows)
          row?.values.forEach((value, c) => {
            if (typeof value !== 'string' || !value.startsWith('=')) return;
            now.push(`${name} ${value}`);
            if (!seen.has(`${name} ${value}`)) row.formulas = { ...row.formulas, [c]: value };
          });
      for (const each of now) seen.add(each);
    },
  };
}

const formulas = ({ sheets }: BookModel) =>
  sheets.flatMap(({ name, rows }) =>
    rows.flatMap((row) => Object.values(row?.formulas ?? {}).map((formula) => `${name}: ${formula}`)),
  );

function importOf(person: Person, rows: readonly (readonly string[])[]): string {
  const input = { name: 'f.csv', rows: [HEADINGS, ...rows.map((row) => [...row])] };
  return person.get('importRecords', { ...input, basedOn: person.get('previewImport', input).basedOn }).run;
}

async function open() {
  const { book } = generateBook({ records: 40, flagged: 0, seed: 3 });
  const seen = new Set<string>();
  const { person } = await contrary(book, noPlainText(seen));
  const row = (i: number, title: string) => [
    ...(cellsOf(book, 'Records')[i - 1] ?? []).slice(0, 3).map(String),
    title,
    String(cellsOf(book, 'Records')[i - 1]?.[8] ?? ''),
  ];
  return { book, person, row, seen };
}

describe('text that begins with = stays text where the plain-text format does not hold', () => {
  test('in new rows', async () => {
    const { book, person } = await open();
    importOf(person, [['0', 'new.one', 'Training Record', '=HYPERLINK("x")', 'QC0001']]);
    expect(cellsOf(book, 'Records')[41]?.[TITLE]).toBe('=HYPERLINK("x")');
    expect(formulas(book)).toEqual([]);
  });

  test('in one cell, in neighbours, in cells here and there, and in rows brought together by a sort', async () => {
    const { book, person, row } = await open();
    importOf(person, [row(3, '=1')]);
    importOf(person, [row(5, '=2'), row(6, '=3')]);
    importOf(
      person,
      [9, 12, 15].map((i) => row(i, '=4')),
    );
    importOf(
      person,
      Array.from({ length: 12 }, (_, i) => row(10 + 2 * i, `=5+${i}`)),
    );
    expect(formulas(book)).toEqual([]);
    expect(cellsOf(book, 'Records').filter((cells) => String(cells[TITLE]).startsWith('='))).toHaveLength(17);
  });

  test('in deleted records, in their copies, and in rows that come back', async () => {
    const { book, person, seen } = await open();
    const records = book.sheets.find(({ name }) => name === 'Records');
    for (const at of [2, 8]) {
      const values = records?.rows[at]?.values ?? [];
      values[TITLE] = '=1';
      values[9] = 1;
    }
    seen.add('Records =1');
    const { run } = person.get('deleteFlagged', { basedOn: person.get('previewDeleteFlagged').basedOn });
    expect(cellsOf(book, 'Deleted Records')[1]?.[TITLE]).toBe('=1');
    expect(formulas(book)).toEqual([]);
    seen.delete('Records =1');
    person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
    expect(cellsOf(book, 'Records')[2]?.[TITLE]).toBe('=1');
    expect(formulas(book)).toEqual([]);
  });

  test('in codes, in former codes and in reports', async () => {
    const { book, person } = await open();
    importOf(person, [['0', '=cmd', 'Training Record', 'T', 'QC0001']]);
    person.get('addCode', { code: '=X', description: '=Y' });
    const to = { from: '=X', to: '=Z' };
    person.get('rename', { ...to, basedOn: person.get('previewRename', to).basedOn });
    person.get('makeReports');
    expect(formulas(book)).toEqual([]);
  });
});
