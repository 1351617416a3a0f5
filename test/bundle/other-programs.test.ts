// The way from here through another program and back. The files were written by LibreOffice Calc 7.4: the export of
// `oddBook`, opened and saved as CSV, once as it comes and once with "detect special numbers" in a British file with
// semicolons and every text in quotes.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readCsv } from '../../src/domain/csv/read-csv.ts';
import { oddBook } from '../support/odd-records.ts';
import { openAs } from '../support/product.ts';

const fixture = (name: string) => readFile(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)));

function source(bytes: Uint8Array) {
  const read = readCsv(bytes);
  if (!read.ok) throw new Error(read.refusal.reason);
  return { name: 'records.csv', rows: read.rows, lines: read.lines };
}

test('an export comes back as all the same, codes and texts of every odd kind included', async () => {
  const person = await openAs(oddBook());
  const { text } = person.get('exportRecords', { which: 'all' });
  const { counts, notes } = person.get('previewImport', source(new Uint8Array(Buffer.from(text))));
  expect([counts, notes]).toMatchObject([{ same: 24, new: 0, updated: 0, errors: 0 }, []]);
});

test.each([
  ['libreoffice-records.csv', 34],
  ['libreoffice-records-detected.csv', 41],
])('%s comes back as all the same, and what the program changed is said', async (name, cells) => {
  const person = await openAs(oddBook());
  const { counts, notes, updates } = person.get('previewImport', source(await fixture(name)));
  expect(counts).toMatchObject({ same: 24, new: 0, updated: 0, errors: 0 });
  expect(updates).toEqual([]);
  expect(notes).toEqual([
    expect.stringContaining(
      `A spreadsheet program changed ${cells} cells of the file (12 for 0012 in row 2,`,
    ),
  ]);
});
