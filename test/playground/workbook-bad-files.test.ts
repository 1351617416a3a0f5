import { readFile } from 'node:fs/promises';
import { contentSize } from '../../playground/sheets/model.ts';
import { openWorkbook, readWorkbook } from '../../playground/workbook/open-workbook.ts';
import { WorkbookFileError } from '../../playground/workbook/workbook-file.ts';
import { officeParts, sheetData, zipOf } from './office-file.ts';

const fixture = new URL('../fixtures/libreoffice.xlsx', import.meta.url);
const good = officeParts({
  Codes: sheetData('<row r="1"><c r="A1" t="inlineStr"><is><t>Code</t></is></c></row>'),
});

async function refusal(file: Buffer): Promise<string> {
  const error = await readWorkbook(file, 'Book').then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(WorkbookFileError);
  const { message } = error as WorkbookFileError;
  // One to three plain sentences, no exception text.
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(message).not.toMatch(/undefined|Error|null|\{|offset/);
  return message;
}

describe('a file that is no .xlsx', () => {
  const cdf = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  test.each([
    ['a CSV file', Buffer.from('Code,Description\r\nCPR,First aid\r\n'), 'This is a text file (such as CSV)'],
    [
      'a CSV file in UTF-16',
      Buffer.from('\ufeffCode\tDescription\r\n', 'utf16le'),
      'This is a text file (such as CSV)',
    ],
    [
      'a web page',
      Buffer.from('\ufeff <!DOCTYPE html><html><table></table></html>'),
      'This is a web page (HTML)',
    ],
    [
      'an HTML table',
      Buffer.from('<table border=1><tr><td>Code</td></tr></table>'),
      'This is a web page (HTML)',
    ],
    ['an XML file', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'This is an XML file'],
    ['an old Excel file', Buffer.concat([cdf, Buffer.alloc(600)]), 'This is an old Excel file (.xls)'],
    [
      'a locked workbook',
      Buffer.concat([cdf, Buffer.from('EncryptedPackage', 'utf16le')]),
      'locked with a password',
    ],
    ['an empty file', Buffer.alloc(0), 'This file is empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'This file is no workbook'],
    ['an OpenDocument file', zipOf({ mimetype: '' }), 'This is a zip archive'],
    ['any zip', zipOf({ 'a.txt': 'hello' }), 'This is a zip archive'],
    [
      'a text document',
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      'This is a text document',
    ],
    ['a binary workbook', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), '(.xlsb)'],
    [
      'a zip with a password',
      zipOf(good, { 'xl/workbook.xml': { encrypted: true } }),
      'locked with a password',
    ],
  ])('%s is refused with its own sentence', async (_, file, sentence) => {
    expect(await refusal(file)).toContain(sentence);
  });

  test('an OpenDocument workbook is refused as such', async () => {
    // Its first part is stored, not packed.
    const name = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 'latin1');
    local.writeUInt32LE(46, 18);
    local.writeUInt32LE(46, 22);
    local.writeUInt16LE(8, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    local.copy(entry, 6, 4);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(30 + name.length, 16);
    expect(
      await refusal(Buffer.concat([local, Buffer.from(name), entry, Buffer.from('mimetype'), end])),
    ).toContain('.ods');
  });

  test('a file that is not there, and a folder, are named', async () => {
    await expect(openWorkbook('/no/such/Training.xlsx')).rejects.toThrow(
      'There is no file Training.xlsx here.',
    );
    await expect(openWorkbook(import.meta.dirname)).rejects.toThrow('is a folder, not a workbook');
  });
});

describe('a damaged file', () => {
  test('cut off anywhere is refused', async () => {
    const whole = await readFile(fixture);
    for (let part = 1; part < 12; part++) {
      expect(await refusal(whole.subarray(0, Math.floor((whole.length * part) / 12)))).toContain('damaged');
    }
  });

  test('with any byte changed it opens or is refused in a sentence', async () => {
    const whole = await readFile(fixture);
    for (let i = 0; i < 150; i++) {
      const changed = Buffer.from(whole);
      const at = (i * 7919) % whole.length;
      changed[at] = (changed[at] as number) ^ (1 << (i % 8));
      const error = await readWorkbook(changed, 'Book').then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error !== null) expect(error).toBeInstanceOf(WorkbookFileError);
    }
  });

  test.each([
    ['XML that ends in the middle', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"' }],
    ['elements that do not close', { 'xl/workbook.xml': '<workbook><sheets></workbook>' }],
    ['a document type', { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook/>' }],
    ['no list of sheets', { '_rels/.rels': '<Relationships/>' }],
  ])('%s is refused', async (_, parts) => {
    expect(await refusal(zipOf({ ...good, ...parts }))).toContain('damaged');
  });

  test('a workbook without sheets is refused', async () => {
    expect(await refusal(zipOf(officeParts({})))).toContain('no sheets');
  });
});

describe('a file made to fill the memory', () => {
  const zeros = Buffer.alloc(30_000_000, '<a/>');

  test('that declares more than a spreadsheet holds is refused before anything is unpacked', async () => {
    const file = zipOf(good, { 'xl/worksheets/sheet1.xml': { declaredBytes: 401_000_000 } });
    expect(await refusal(file)).toContain('would unpack to more than a spreadsheet can hold');
  });

  test('that unpacks to more than it declares is refused while it unpacks', async () => {
    const file = zipOf(
      { ...good, 'xl/worksheets/sheet1.xml': zeros },
      { 'xl/worksheets/sheet1.xml': { declaredBytes: 500 } },
    );
    expect(await refusal(file)).toContain('would unpack to more than a spreadsheet can hold');
  });

  test('with elements without end is refused', async () => {
    const file = zipOf({
      ...good,
      'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.from('<worksheet>'), zeros]),
    });
    expect(await refusal(file)).toContain('would unpack to more than a spreadsheet can hold');
  });

  test('with elements nested without end is refused', async () => {
    const file = zipOf({ ...good, 'xl/workbook.xml': '<a>'.repeat(500_000) });
    expect(await refusal(file)).toContain('would unpack to more than a spreadsheet can hold');
  });

  test('with a formatted cell in the last row has no million rows', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs></styleSheet>';
    const far = sheetData(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<row r="1048576"><c r="XFD1048576" s="1"/></row>',
    );
    const book = await readWorkbook(zipOf(officeParts({ Codes: far }, { 'xl/styles.xml': styles })), 'Book');
    expect(book.sheets[0]).toMatchObject({ rowCount: 1000, columnCount: 26 });
    expect(book.sheets[0]?.rows.length).toBeLessThan(1001);
  });

  test('with a value in the last row opens, no wider than it is', async () => {
    const far = sheetData('<row r="1048576"><c r="B1048576"><v>7</v></c></row>');
    const book = await readWorkbook(zipOf(officeParts({ Codes: far })), 'Book');
    expect(contentSize(book.sheets[0] as never)).toEqual({ rows: 1_048_576, columns: 2 });
    expect(book.sheets[0]?.columnCount).toBe(2);
  });

  test('with one long formula shared by very many cells is refused', async () => {
    const cells = '<c><f t="shared" si="0"/></c>'.repeat(5000);
    const long = `<c><f t="shared" si="0">${'A1+'.repeat(16_000)}1</f></c>${cells}`;
    expect(await refusal(zipOf(officeParts({ Codes: sheetData(`<row>${long}</row>`) })))).toContain(
      'would unpack',
    );
  });

  test('with a style of its own in every cell is refused', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs></styleSheet>';
    const rows = Array.from(
      { length: 900 },
      (_, i) => `<row><c r="A${i + 1}" s="1"/><c r="XF${i + 1}" s="1"/><c r="XFD${i + 1}" s="${i}"/></row>`,
    );
    expect(
      await refusal(zipOf(officeParts({ Codes: sheetData(...rows) }, { 'xl/styles.xml': styles }))),
    ).toContain('10,000,000');
  });

  test('with an attribute full of brackets takes no time', async () => {
    const start = Date.now();
    await readWorkbook(
      zipOf(officeParts({ Codes: `<x a="${'>'.repeat(3_000_000)}"/>${sheetData()}` })),
      'Book',
    );
    expect(Date.now() - start).toBeLessThan(5000);
  });

  test('with more cells than Google Sheets holds is refused', async () => {
    const far = sheetData(
      '<row r="1"><c r="XFD1"><v>1</v></c></row>',
      '<row r="1048576"><c r="A1048576"><v>7</v></c></row>',
    );
    expect(await refusal(zipOf(officeParts({ Codes: far })))).toContain('10,000,000');
  });
});

describe('what a workbook may carry along', () => {
  test('macros and links to other files are left alone', async () => {
    const file = zipOf({
      ...officeParts(
        { Codes: sheetData('<row r="1"><c r="A1" t="str"><f>[1]Other!A1</f><v>CPR</v></c></row>') },
        { 'xl/vbaProject.bin': 'macro' },
      ),
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    });
    const book = await readWorkbook(file, 'Book');
    expect(book.sheets[0]?.rows[0]).toEqual({ values: ['CPR'], formulas: { 0: '=[1]Other!A1' } });
  });
});
