import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { cellsOf, openAs } from '../support/product.ts';

/** Records as these rows, in the LMS's order of columns. */
function bookOf(
  codes: readonly string[],
  paths: readonly (readonly string[])[],
  records: readonly (readonly string[])[],
): BookModel {
  const { book } = generateBook({ records: 5, codes: 8, paths: 1, seed: 1 });
  const fill = (name: string, rows: readonly (readonly string[])[]): void => {
    const sheet = book.sheets.find((each) => each.name === name);
    if (sheet) sheet.rows = [sheet.rows[0], ...rows.map((values) => ({ values: [...values] }))];
  };
  fill(
    'Codes',
    codes.map((code) => [code, `About ${code}`]),
  );
  fill('Content', []);
  fill('Paths', paths);
  fill('Records', records);
  return book;
}

const held = (id: string, code: string, note = ''): string[] => [
  id,
  'alex',
  'Training Record',
  '7',
  'Fire drill',
  'Centre',
  '2025-03-14',
  note,
  code,
];

test('a record added for a path holds all that a record of a path holds', async () => {
  const paths = [
    ['P2', '1', 'First step', 'LIFT'],
    ['P2', '', 'Starter', 'START'],
  ];
  const book = bookOf(['LIFT', 'START'], paths, [held('1', 'LIFT')]);
  const person = await openAs(book);
  const { basedOn } = person.get('previewAddPathRecords', { path: 'P2' });
  person.get('addPathRecords', { path: 'P2', basedOn });
  const [, , added] = cellsOf(book, 'Records');
  expect(added?.slice(0, 5)).toEqual(['0', 'alex', 'Learning Path', 'P2', 'Starter']);
  expect(added?.[8]).toBe('START');
});

test('Deleted Records takes in records alone: the Codes row that a merge takes out is none', async () => {
  const book = bookOf(['FIRE', 'LIFT'], [], [held('1', 'FIRE'), held('2', 'LIFT')]);
  const person = await openAs(book);
  const input = { from: 'LIFT', into: 'FIRE', keep: 'first' as const };
  const { basedOn } = person.get('previewMerge', input);
  person.get('merge', { ...input, basedOn });
  const [, ...deleted] = cellsOf(book, 'Deleted Records');
  expect(deleted.map(([id]) => id)).toEqual(['2']);
});
