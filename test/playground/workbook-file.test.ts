import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { emptyBook } from '../../playground/sheets/model.ts';
import { Package } from '../../playground/workbook/package-reader.ts';
import { openWorkbook, saveWorkbook, WorkbookFileError } from '../../playground/workbook/workbook-file.ts';
import { listZipParts } from '../../playground/workbook/zip-reader.ts';
import { anyBook, plainBook } from './workbook-books.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function savedAndOpened(book: Parameters<typeof saveWorkbook>[0], name = 'book.xlsx') {
  await saveWorkbook(book, join(folder, name));
  return openWorkbook(join(folder, name));
}

describe('saving and opening again', () => {
  test('changes nothing in the sample workbook', async () => {
    const { book } = sampleBook();
    expect(plainBook(await savedAndOpened(book))).toEqual(plainBook(book));
  });

  test('changes nothing in any workbook', async () => {
    await fc.assert(
      fc.asyncProperty(anyBook, async (book) => {
        expect(plainBook(await savedAndOpened(book))).toEqual(plainBook(book));
      }),
      { numRuns: 80 },
    );
  });

  test('keeps a formula that was never calculated apart from one that shows nothing', async () => {
    const book = emptyBook();
    const values: (string | undefined)[] = ['', undefined, ''];
    book.sheets[0]?.rows.push({ values: values as string[], formulas: { 1: '=NOW()', 2: '=""' } });
    const row = (await savedAndOpened(book)).sheets[0]?.rows[0];
    expect(row?.values[1]).toBeUndefined();
    expect(row?.values[2]).toBe('');
  });

  test('keeps a row that holds nothing but formulas that were never calculated', async () => {
    const book = emptyBook();
    book.sheets[0]?.rows.push({ values: [], formulas: { 0: '=A2&"<"' } });
    expect((await savedAndOpened(book)).sheets[0]?.rows[0]?.formulas).toEqual({ 0: '=A2&"<"' });
  });

  test('writes formulas as Excel knows them, and reads them as people do', async () => {
    const formulas = [
      '=ARRAYFORMULA(SUM(B1:B9*C1:C9))',
      '=ARRAYFORMULA(B1)+SUM(B2)',
      '=FILTER(B1:B9,B1:B9<>"IFS(")',
      '=IFNA(STDEV.S(B1:B9),WORKDAY.INTL(B1,2))',
      "='IFS('!B1&MAXIFS(B1:B9,C1:C9,1)",
    ];
    const book = emptyBook();
    const values = formulas.map(() => 1);
    book.sheets[0]?.rows.push({ values, formulas: { ...formulas } });
    expect((await savedAndOpened(book, 'formulas.xlsx')).sheets[0]?.rows[0]?.formulas).toEqual({
      ...formulas,
    });
    const office = new Package(listZipParts(await readFile(join(folder, 'formulas.xlsx'))));
    const written = (await office.text('xl/worksheets/sheet1.xml')).match(/<f.*?<\/f>/g);
    expect(written).toEqual([
      '<f t="array" ref="A1">SUM(B1:B9*C1:C9)</f>',
      '<f>ARRAYFORMULA(B1)+SUM(B2)</f>',
      '<f>_xlfn._xlws.FILTER(B1:B9,B1:B9&lt;&gt;&quot;IFS(&quot;)</f>',
      '<f>_xlfn.IFNA(_xlfn.STDEV.S(B1:B9),WORKDAY.INTL(B1,2))</f>',
      "<f>'IFS('!B1&amp;_xlfn.MAXIFS(B1:B9,C1:C9,1)</f>",
    ]);
  });

  test('equal workbooks make equal files', async () => {
    await saveWorkbook(sampleBook().book, join(folder, 'one.xlsx'));
    await saveWorkbook(sampleBook().book, join(folder, 'two.xlsx'));
    expect((await readFile(join(folder, 'one.xlsx'))).equals(await readFile(join(folder, 'two.xlsx')))).toBe(
      true,
    );
  });
});

describe('another program', () => {
  test('reads the same values, choices and notes out of a saved file', async () => {
    const { book } = sampleBook();
    const codes = book.sheets[0];
    if (codes?.rows[1]) codes.rows[1].notes = { 2: '8 records' };
    await saveWorkbook(book, join(folder, 'other.xlsx'));
    const other = await readXlsx(await readFile(join(folder, 'other.xlsx')), { readStyles: true });
    expect(other.sheets.map(({ name }) => name)).toEqual(['Codes', 'Content', 'Paths', 'Records']);
    expect(other.sheets.map(({ freezePane }) => freezePane?.rows)).toEqual([1, 1, 1, 1]);
    const records = other.sheets[3];
    expect(records?.rows[1]?.slice(0, 6)).toEqual(book.sheets[3]?.rows[1]?.values.slice(0, 6));
    expect(JSON.stringify(records?.rows[1]?.[6])).toMatch(/^"2023-12-\d\dT00:00:00/);
    expect(records?.cells?.get('1,0')?.style?.numFmt).toBe('@');
    expect(records?.cells?.get('0,0')?.style?.font?.bold).toBe(true);
    expect(records?.dataValidations?.find(({ range }) => range === 'C2:C1701')?.values).toEqual([
      'Training Record',
      'Learning Path',
      'E-learning',
    ]);
    expect(other.sheets[0]?.cells?.get('1,2')?.comment?.text).toBe('8 records');
  });
});

describe('a save that fails', () => {
  test('leaves the file that stood there, and nothing beside it', async () => {
    const path = join(folder, 'kept.xlsx');
    await saveWorkbook(sampleBook().book, path);
    const before = await readFile(path);
    const broken = sampleBook().book;
    Object.defineProperty(broken.sheets[2], 'rows', {
      get: () => {
        throw new Error('out of reach');
      },
    });
    await expect(saveWorkbook(broken, path)).rejects.toThrow('out of reach');
    expect((await readFile(path)).equals(before)).toBe(true);
    expect((await readdir(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  test('says in a sentence why a folder or name will not do', async () => {
    const { book } = sampleBook();
    await expect(saveWorkbook(book, join(folder, 'no such folder', 'a.xlsx'))).rejects.toThrow(
      'there is no such folder',
    );
    await expect(saveWorkbook(book, join(folder, 'a.csv'))).rejects.toThrow('ends in .xlsx');
    await expect(saveWorkbook(book, join(folder, 'a.csv'))).rejects.toBeInstanceOf(WorkbookFileError);
  });

  test('a link to a workbook stays a link', async () => {
    await writeFile(join(folder, 'real.xlsx'), '');
    await symlink(join(folder, 'real.xlsx'), join(folder, 'link.xlsx'));
    await saveWorkbook(emptyBook('Linked'), join(folder, 'link.xlsx'));
    expect((await openWorkbook(join(folder, 'real.xlsx'))).title).toBe('Linked');
  });
});
