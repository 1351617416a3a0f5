// Google Sheets may refuse a write for reasons of its own: a plain sentence, and everything as it was.
import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';

const HEADINGS = ['Record Id', 'Name', 'Record Type', 'Title', 'Qualification Code'];

function records(book: BookModel) {
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  if (!sheet) throw new Error('no Records');
  return sheet;
}

function importOf(person: Person, title: string): string {
  const input = { name: 'f.csv', rows: [HEADINGS, ['0', 'new.one', 'Training Record', title, 'QC0001']] };
  return person.refusal('importRecords', { ...input, basedOn: person.get('previewImport', input).basedOn });
}

function leftNothing(book: BookModel, person: Person): void {
  for (const name of ['Undo Data', 'Deleted Records', 'Activity']) {
    const sheet = book.sheets.find((each) => each.name === name);
    if (sheet) expect(cellsOf(book, name)).toHaveLength(1);
  }
  expect(person.get('overview').unfinished).toEqual([]);
}

test('a protected sheet: who it is said to, and nothing left behind', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  records(book).protections.push({
    id: 'p1',
    type: 'SHEET',
    area: null,
    description: '',
    warningOnly: false,
    editors: ['owner@example.org'],
    domainEdit: false,
  });
  const before = JSON.stringify(cellsOf(book, 'Records'));
  const person = await openAs(book, { user: 'someone.else@example.org' });
  expect(importOf(person, 'T')).toBe(
    'Records is protected and you may not edit it. Ask its owner. Nothing was changed.',
  );
  expect(JSON.stringify(cellsOf(book, 'Records'))).toBe(before);
  leftNothing(book, person);
});

test('a table with typed columns takes rows, but not a text that it would turn into something else', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  records(book).typedColumns = [0, 1, 2, 3, 4];
  const person = await openAs(book);
  expect(importOf(person, '0012')).toMatch(/^Records is a table with typed columns/);
  expect(cellsOf(book, 'Records')).toHaveLength(21);
  leftNothing(book, person);
  const input = { name: 'f.csv', rows: [HEADINGS, ['0', 'new.one', 'Training Record', 'Plain', 'QC0001']] };
  person.get('importRecords', { ...input, basedOn: person.get('previewImport', input).basedOn });
  expect(cellsOf(book, 'Records')[21]?.[4]).toBe('Plain');
});

test('a file that is full: said so, nothing left behind', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  const person = await openAs(book);
  person.get('check');
  const sheet = records(book);
  sheet.rowCount = sheet.rows.length;
  const big = structuredClone(sheet);
  Object.assign(big, { id: 99, name: 'Other', rows: [], rowCount: 9_900_000, columnCount: 1 });
  book.sheets.push(big);
  const used = book.sheets.reduce((sum, each) => sum + each.rowCount * each.columnCount, 0);
  big.rowCount += 10_000_000 - used;
  expect(importOf(person, 'T')).toMatch(/would grow past 10,000,000 cells/);
  expect(cellsOf(book, 'Records')).toHaveLength(21);
});

test('somebody who may not edit Codes still checks, in whatever language Google refuses', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  const owner = await openAs(book);
  owner.get('protectCodes', { set: 'editors', editors: ['friend@example.org'] });
  const person = await openAs(book, { user: 'someone.else@example.org', locale: 'de_DE' });
  expect(person.get('check').errors).toBe(0);
  expect(person.get('protectCodes')).toMatchObject({ protected: true, canEdit: false, editors: [] });
  expect(person.refusal('protectCodes', { set: 'off' })).toMatch(/^Codes is protected/);
  // A code that Sheets would turn into a number gets its format first, and that is refused already.
  for (const code of ['NEW-1', '0099'])
    expect(person.refusal('addCode', { code })).toMatch(/^Codes is protected/);
});

test('a wide sheet that new rows would grow past the file\u2019s limit: said so', async () => {
  const { book } = generateBook({ records: 20, seed: 1 });
  const person = await openAs(book);
  records(book).columnCount = 9_700;
  const rows = Array.from({ length: 1_200 }, (_, i) => [`new.${i}`, 'Training Record']);
  const input = { name: 'f.csv', rows: [['Name', 'Record Type'], ...rows] };
  const { basedOn } = person.get('previewImport', input);
  expect(person.refusal('importRecords', { ...input, basedOn })).toMatch(/would grow past 10,000,000 cells/);
  expect(cellsOf(book, 'Records')).toHaveLength(21);
});

test.each(['before', 'after'] as const)(
  'one call that fails %s it took effect: Overview shows the run whenever people are sent there',
  async (when) => {
    const { book } = generateBook({ records: 40, seed: 4 });
    const person = await openAs(book);
    const input = { from: 'QC0002', to: 'NEW-2' };
    const { basedOn } = person.get('previewRename', input);
    const renamed = structuredClone(book);
    const after = await openAs(renamed);
    const { run } = after.get('rename', { ...input, basedOn });
    const undo = { run, basedOn: after.get('previewUndo', { run }).basedOn };
    const said = new Set<string>();
    for (const [start, name, what] of [
      [book, 'rename', { ...input, basedOn }],
      [renamed, 'undo', undo],
    ] as const) {
      let failed = true;
      for (let at = 1; failed; at++) {
        failed = false;
        const other = await openAs(structuredClone(start));
        other.host.hooks = {
          [when]: (_method: string, n: number) => {
            if (n !== at) return;
            failed = true;
            throw new Error('Zeit\u00fcberschreitung');
          },
        };
        const answer = other.call(name, what);
        other.host.hooks = {};
        if (answer.ok) continue;
        said.add(answer.refusal.message);
        const { unfinished } = other.get('overview');
        expect([at, unfinished.length > 0]).toEqual([
          at,
          answer.refusal.message.includes('Overview shows it'),
        ]);
      }
    }
    expect(said).toContain('Google Sheets did not confirm this. Activity shows whether it is done.');
  },
);
