// Google's own limits: six minutes for a run, one run at a time under the lock.
import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel, SheetModel } from '../../playground/sheets/model.ts';
import { openAs, type Person } from '../support/product.ts';
import { ids } from './pictures.ts';

const MINUTE = 60_000;

function flaggedBehindAFilter(): BookModel {
  const { book } = generateBook({ records: 60, seed: 4 });
  const records = book.sheets.find(({ name }) => name === 'Records') as SheetModel;
  for (let i = 2; i < 60; i += 4) {
    const values = records.rows[i]?.values ?? [];
    while (values.length < 10) values.push('');
    values[9] = 1;
  }
  // A filter keeps rows from being moved together: they go run by run.
  records.filter = { area: { row: 1, column: 1, rows: 61, columns: 10 }, hiddenValues: {} };
  return book;
}

function deleteAll(person: Person) {
  const { basedOn, count } = person.get('previewDeleteFlagged');
  return person.call('deleteFlagged', { basedOn, confirm: String(count) });
}

test('a run that takes too long stops by itself, says so, and Continue finishes it', async () => {
  const book = flaggedBehindAFilter();
  const before = ids(book, 'Records');
  let now = Date.UTC(2026, 10, 20, 9);
  const person = await openAs(book, { now: () => now });
  person.host.hooks = {
    after: (method) => {
      if (method === 'Sheet.deleteRows') now += MINUTE;
    },
  };
  const stopped = deleteAll(person);
  expect(stopped).toMatchObject({ ok: false, refusal: { reason: 'out-of-time' } });
  expect(ids(book, 'Records').length).toBeLessThan(before.length);
  let rounds = 0;
  for (let [run] = person.get('overview').unfinished; run; [run] = person.get('overview').unfinished) {
    person.call('continueRun', { run: run.run });
    expect(++rounds).toBeLessThan(10);
  }
  expect(rounds).toBeGreaterThan(0);
  expect([...ids(book, 'Records'), ...ids(book, 'Deleted Records')].sort()).toEqual([...before].sort());
  expect(ids(book, 'Deleted Records')).toHaveLength(15);
});

test('while another run has the lock, a second one is told to wait and changes nothing', async () => {
  const book = flaggedBehindAFilter();
  const [one, other] = [await openAs(book), await openAs(book)];
  const answers: unknown[] = [];
  const code = { code: 'NEW-1', description: '' };
  one.host.hooks = {
    before: (method) => {
      if (method === 'Sheet.deleteRows' && answers.length === 0) answers.push(other.call('addCode', code));
    },
  };
  expect(deleteAll(one)).toMatchObject({ ok: true });
  expect(answers).toEqual([expect.objectContaining({ ok: false })]);
  expect(answers[0]).toMatchObject({ refusal: { reason: 'busy' } });
  one.host.hooks = {};
  expect(other.call('addCode', code)).toMatchObject({ ok: true });
});

test('reports that would take the file past ten million cells are refused before any is made', async () => {
  const { book } = generateBook({ records: 60, seed: 4 });
  const person = await openAs(book);
  // Sheets of people's own, blank for the most part, count too.
  const notes = { ...(book.sheets[0] as SheetModel), id: 99, name: 'Notes', rows: [], columnCount: 100 };
  book.sheets.push({ ...notes, rowCount: 98_000 });
  const before = JSON.stringify(book.sheets);
  expect(person.call('makeReports', {})).toMatchObject({ ok: true });
  const full = { ...notes, id: 98, name: 'More notes' };
  const other = JSON.parse(before) as SheetModel[];
  const tight = await openAs({ ...book, sheets: [...other, { ...full, rowCount: 1_400 }] });
  const untouched = JSON.stringify(tight.host.book.sheets);
  expect(tight.refusal('makeReports', {})).toMatch(/10,000,000 cells/);
  expect(JSON.stringify(tight.host.book.sheets)).toBe(untouched);
});
