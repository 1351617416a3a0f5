// An apostrophe ahead of a value says that what follows is text, and is no part of it (platform facts, 3). Whether a cell of the
// plain-text format takes it for one too is nowhere documented: text of people's keeps it all the same.
import { generateBook } from '../../playground/sample/generate.ts';
import { cellsOf, type Person } from '../support/product.ts';
import { contrary, type Habits } from './contrary.ts';

const HEADINGS = ['Record Id', 'Name', 'Record Type', 'Title', 'Qualification Code'];

/** Every text that `setValue` or `setValues` newly wrote has lost its first apostrophe. */
function noApostrophe(): Habits {
  const seen = new Set<string>();
  return {
    after: (method, { sheets }) => {
      if (!/\.(setValues?|setRichTextValues?)$/.test(method)) return;
      for (const { name, rows } of sheets)
        rows.forEach((row) => {
          row?.values.forEach((value, c) => {
            if (typeof value !== 'string' || !value.startsWith("'")) return;
            if (method.includes('RichText')) seen.add(`${name} ${value}`);
            else if (!seen.has(`${name} ${value}`)) row.values[c] = value.slice(1);
          });
        });
    },
  };
}

async function open() {
  const { book } = generateBook({ records: 40, flagged: 0, seed: 3 });
  const { person } = await contrary(book, noApostrophe());
  const row = (i: number, title: string) => {
    const cells = cellsOf(book, 'Records')[i - 1] ?? [];
    return [...cells.slice(0, 3).map(String), title, String(cells[8] ?? '')];
  };
  return { book, person, row };
}

function importOf(person: Person, rows: readonly (readonly string[])[]): string {
  const input = { name: 'f.csv', rows: [HEADINGS, ...rows.map((row) => [...row])] };
  const { run } = person.get('importRecords', {
    ...input,
    basedOn: person.get('previewImport', input).basedOn,
  });
  expect(person.get('previewImport', input).counts).toMatchObject({ new: 0, updated: 0, same: rows.length });
  return run;
}

test('an import keeps the apostrophe in new rows, in neighbours and in cells here and there, and undo takes it back', async () => {
  const { book, person, row } = await open();
  const before = cellsOf(book, 'Records');
  const runs = [
    importOf(person, [['0', "'t Hooft", 'Training Record', "''quoted'", 'QC0001']]),
    importOf(person, [row(5, "'s-Hertogenbosch"), row(6, "'t Gooi")]),
    importOf(
      person,
      [9, 12, 15].map((i) => row(i, "'n Dag")),
    ),
  ];
  expect(cellsOf(book, 'Records')[41]?.slice(1, 5)).toEqual(["'t Hooft", 'Training Record', '', "''quoted'"]);
  for (const run of runs.reverse())
    person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
  expect(cellsOf(book, 'Records')).toEqual(before);
});

test('a code keeps it when it is added and when codes are renamed', async () => {
  const { book, person } = await open();
  person.get('addCode', { code: "'X", description: "'Y" });
  expect(cellsOf(book, 'Codes').find(([code]) => code === "'X")?.[1]).toBe("'Y");
  const input = { from: "'X", to: "'Z" };
  person.get('rename', { ...input, basedOn: person.get('previewRename', input).basedOn });
  expect(cellsOf(book, 'Codes').map(([code]) => code)).toContain("'Z");
});
