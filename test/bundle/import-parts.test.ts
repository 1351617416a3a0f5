// A long import goes on in parts, a call each: together they are one import, in Activity and to undo.
import { generateBook } from '../../playground/sample/generate.ts';
import { Killed } from '../../playground/sheets/meter.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import type { ImportInput } from '../../src/contract/api.ts';
import { importAll, linesOf, recordsOf, source, textsOf } from '../support/importing.ts';
import { openAs, type Person } from '../support/product.ts';

test('an import in parts does what was previewed, is told as one, and one undo takes all of it back', async () => {
  const { book } = generateBook({ records: 5_200, seed: 2 });
  const before = linesOf(book);
  const person = await openAs(book);
  const rows = [['Record Id', 'Name', 'Record Type', 'Title', 'Qualification Code', 'Own']];
  for (let row = 2; row <= 5_101; row++) {
    const [id = '', name = '', type = ''] = textsOf(book, row);
    rows.push([id, name, type, `New ${row}`, row % 2 ? 'NEW-1' : '0012', `own ${row % 7}`]);
  }
  for (let i = 0; i < 100; i++) rows.push(['0', `new.${i}`, 'E-learning', 'T', 'NEW-2', 'o']);
  // The sheet will hold this one once the first part is in: a part must not find it changed.
  const [, name = '', type = ''] = textsOf(book, 2);
  rows.push(['0', name, type, 'New 2', '0012', 'own 2']);
  const input: ImportInput = {
    ...source(rows),
    customColumns: 'add',
    addCodes: ['NEW-1', '0012', 'NEW-2'],
  };
  expect(person.get('previewImport', input).counts).toMatchObject({ updated: 5_100, new: 100, same: 1 });
  const runs = importAll(person, input);
  expect(runs).toHaveLength(3);
  const told = () =>
    person.get('activity').runs.map(({ what, state, canUndo }) => ({ what, state, canUndo }));
  expect(told()).toEqual([{ what: 'Imported 5,200 rows from lms.csv', state: 'done', canUndo: true }]);
  expect(person.get('previewImport', input).counts).toMatchObject({ updated: 0, new: 0, same: 5_201 });
  const [run = ''] = runs;
  const { basedOn, summary } = person.get('previewUndo', { run });
  expect(summary[0]).toBe('Imported 5,200 rows from lms.csv');
  person.get('undo', { run, basedOn });
  const after = linesOf(book);
  expect(after.filter((line, i) => line !== before[i])).toEqual([]);
  expect(after).toHaveLength(before.length);
  expect(told().slice(1)).toEqual([
    { what: 'Imported 5,200 rows from lms.csv', state: 'undone', canUndo: false },
  ]);
  for (const each of runs) expect(person.refusal('previewUndo', { run: each })).toMatch(/already|undone/i);
});

test('a part of a long import changes scattered rows or adds rows, in at most 14 calls', async () => {
  const { book } = generateBook({ records: 7_000, seed: 2 });
  const person = await openAs(book);
  const file = (title: string): ImportInput => {
    const changed = Array.from({ length: 3_000 }, (_, i) => [
      ...textsOf(book, 2 * i + 2).slice(0, 2),
      title + i,
    ]);
    const added = Array.from({ length: 3_000 }, (_, i) => ['0', `${title}.${i}`, 'T']);
    return source([['Record Id', 'Name', 'Title'], ...changed, ...added]);
  };
  // The first makes the sheets that a later one finds.
  importAll(person, file('First'));
  const parts: [rows: number, calls: number][] = [];
  importAll(person, file('Second'), (done) => parts.push([done, person.calls]));
  expect(parts.map(([rows]) => rows)).toEqual([3_000, 3_000]);
  for (const [, calls] of parts) expect(calls).toBeLessThanOrEqual(14);
  expect(textsOf(book, 6_000)[4]).toBe('Second2999');
});

/** 60 rows that change and 60 that are new: more than go in one call together. */
function changedAndNew(book: BookModel): ImportInput {
  const changed = Array.from({ length: 60 }, (_, i) => [
    ...textsOf(book, 3 * i + 2).slice(0, 2),
    `Changed ${i}`,
  ]);
  const added = Array.from({ length: 60 }, (_, i) => ['0', `new.${i}`, 'T']);
  return source([['Record Id', 'Name', 'Title'], ...changed, ...added]);
}

function undoIt(person: Person, run: string): void {
  person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
}

test('an import that is left after its first part is told so far, and the file imported again brings the rest', async () => {
  const { book } = generateBook({ records: 300, seed: 2 });
  const before = linesOf(book);
  const person = await openAs(book);
  const file = changedAndNew(book);
  const { run } = person.get('importRecords', {
    ...file,
    basedOn: person.get('previewImport', file).basedOn,
  });
  const told = () => person.get('activity').runs.map(({ what }) => what);
  expect(told()).toEqual(['Imported 60 of 120 rows from lms.csv']);
  expect(person.get('previewImport', file).counts).toMatchObject({ new: 60, updated: 0, same: 60 });
  importAll(person, file);
  expect(told()).toEqual(['Imported 60 rows from lms.csv', 'Imported 60 of 120 rows from lms.csv']);
  undoIt(person, run);
  expect(linesOf(book).slice(0, before.length)).toEqual(before);
  expect(linesOf(book)).toHaveLength(before.length + 60);
});

test('a part that was stopped is undone by itself, or goes on and is undone with the others', async () => {
  for (const way of ['undo', 'continueRun'] as const) {
    const { book } = generateBook({ records: 300, seed: 2 });
    const before = linesOf(book);
    const person = await openAs(book);
    const file = changedAndNew(book);
    const { basedOn } = person.get('previewImport', file);
    const { run, basedOn: next = '' } = person.get('importRecords', { ...file, basedOn });
    const half = linesOf(book);
    let written = 0;
    person.host.hooks = {
      after(method) {
        // The journal goes ahead, the new rows after it.
        if (method === 'Range.setValues' && ++written === 2) throw new Killed();
      },
    };
    expect(() => person.call('importRecords', { ...file, basedOn: next })).toThrow();
    person.host.hooks = {};
    const [stopped] = person.get('overview').unfinished;
    if (!stopped) throw new Error('nothing was stopped');
    if (way === 'undo') {
      undoIt(person, stopped.run);
      expect(linesOf(book)).toEqual(half);
    } else {
      person.get('continueRun', { run: stopped.run });
      expect(linesOf(book)).toHaveLength(half.length + 60);
    }
    expect(person.get('activity').runs.filter(({ canUndo }) => canUndo)).toHaveLength(1);
    undoIt(person, run);
    expect(linesOf(book)).toEqual(before);
    expect(person.get('activity').runs.filter(({ canUndo }) => canUndo)).toEqual([]);
  }
});

test('a part finds the rows as the part before it left them, and changes nothing where somebody has since written', async () => {
  const { book } = generateBook({ records: 300, seed: 2 });
  const person = await openAs(book);
  const file = changedAndNew(book);
  const { basedOn } = person.get('previewImport', file);
  const { basedOn: next = '' } = person.get('importRecords', { ...file, basedOn });
  const row = recordsOf(book).rows[1];
  if (row) row.values[4] = 'Typed meanwhile';
  expect(person.refusal('importRecords', { ...file, basedOn: next })).toMatch(/changed since the preview/);
  expect(textsOf(book, 2)[4]).toBe('Typed meanwhile');
});
