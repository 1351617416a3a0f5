// Where a look at the sheet or the sidebar fails, the product takes the plain way and says what it does.
import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { cellsOf } from '../support/product.ts';
import { contrary } from './contrary.ts';

test.each(['Sheet.getFilter', 'Range.getMergedRanges', 'Range.createTextFinder'])(
  'scattered rows are deleted, and come back, one by one where %s fails',
  async (method) => {
    const { book } = generateBook({ records: 30, flagged: 4, seed: 2 });
    const before = cellsOf(book, 'Records').map(([id]) => id);
    const failing = new RegExp(`^${method.replace('.', '\\.')}$`);
    const { person, called } = await contrary(book, { throws: failing });
    const { basedOn, count, slowBecause } = person.get('previewDeleteFlagged');
    expect(slowBecause).toBe('something that cannot be looked into');
    const { run } = person.get('deleteFlagged', { basedOn, confirm: String(count) });
    person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
    expect(cellsOf(book, 'Records').map(([id]) => id)).toEqual(before);
    expect(called).not.toContain('Range.sort');
  },
);

test.each(['openSidebar', 'checkSheets', 'setUpSheets'])(
  '%s says so when the sidebar cannot be opened, and does what it was called for',
  async (name) => {
    const { book } = sampleBook();
    const other = await contrary(book, { throws: /^Ui\.showSidebar$/ });
    expect(() => other.run(name)).not.toThrow();
    expect(other.called).toContain('Spreadsheet.toast');
  },
);

test('a date that somebody made of the text in Activity is read as that date', async () => {
  const { book } = sampleBook();
  const { person } = await contrary(book);
  person.get('addCode', { code: 'NEW-1' });
  const row = book.sheets.find(({ name }) => name === 'Activity')?.rows[1];
  if (row) {
    row.values[1] = 45_000;
    row.formats = { ...row.formats, 1: 'yyyy-mm-dd' };
  }
  expect(person.get('activity').runs[0]?.when).toBe('2023-03-15');
});
