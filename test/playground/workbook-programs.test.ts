import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { readWorkbook } from '../../playground/workbook/open-workbook.ts';
import { findUnkeptContents, openWorkbook, saveWorkbook } from '../../playground/workbook/workbook-file.ts';
import { officeParts, sheetData, zipOf } from './office-file.ts';
import { plainBook } from './workbook-books.ts';

// fixtures/libreoffice.xlsx is the first 89 rows of the sample's sheets with a note, a link, fills, rules, a merge and a
// hidden row, opened and saved as .xlsx by LibreOffice Calc 7.4 (headless, which drops frozen rows).
const libreOffice = fileURLToPath(new URL('../fixtures/libreoffice.xlsx', import.meta.url));

describe('a workbook saved by LibreOffice Calc', () => {
  test('opens with its values, text codes and dates', async () => {
    const book = await openWorkbook(libreOffice);
    const sample = sampleBook().book;
    expect(book.title).toBe('libreoffice');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Codes', 'Content', 'Paths', 'Records']);
    for (const [i, sheet] of book.sheets.entries()) {
      for (const index of [0, 3, 9, 24]) {
        const expected = sample.sheets[i]?.rows[index];
        expect(sheet.rows[index]?.values).toEqual(expected?.values);
        expect(sheet.rows[index]?.formats).toEqual(expected?.formats);
      }
    }
    // A number among text codes stays a number, a formula a formula, a time of day its fraction.
    expect(book.sheets[0]?.rows[23]?.values[0]).toBe(4012);
    expect(book.sheets[3]?.rows[5]?.values[6]).toBe(45272.5);
    // LibreOffice writes ticked cells as formulas.
    expect(book.sheets[1]?.rows[1]).toMatchObject({
      values: ['101', 'Course', 'Climbing essentials', true, 'CLAESS', 'moira.kerr'],
    });
    expect(book.sheets[1]?.rows[1]?.formulas).toBeUndefined();
  });

  test('opens with notes, links, looks, rules, merges and hidden rows', async () => {
    const [codes, content, paths, records] = (await openWorkbook(libreOffice)).sheets;
    expect(codes?.rows[1]?.notes).toEqual({ 2: 'Used in 1 course\nand 9 records' });
    expect(codes?.tabColor).toBe('#1a73e8');
    expect(codes?.columnWidths).toEqual({ 0: 150, 1: 260, 2: 260 });
    expect(codes?.conditionalFormats).toMatchObject([
      {
        criteria: 'CUSTOM_FORMULA',
        args: ['=$C2<>""'],
        background: '#d9ead3',
        areas: [{ row: 1, column: 0, rows: 89, columns: 1 }],
      },
      { criteria: 'TEXT_CONTAINS', args: ['until'], fontColor: '#980000', bold: true },
    ]);
    expect(content?.rows[1]?.links).toEqual({
      2: [{ start: 0, end: 19, url: 'https://lms.example.org/course/101' }],
    });
    expect(content?.rows[2]?.hidden).toBe(true);
    expect(content?.rows[3]?.styles).toEqual({ 2: { background: '#fff2cc', fontWeight: 'bold' } });
    expect(content?.rows[0]?.styles?.[0]).toEqual({ background: '#e8f0fe', fontWeight: 'bold' });
    expect(paths?.merges).toEqual([{ row: 70, column: 0, rows: 1, columns: 3 }]);
    expect(records?.rows[1]?.validations).toEqual({
      2: {
        criteria: 'VALUE_IN_LIST',
        args: [['Training Record', 'Learning Path', 'E-learning'], true],
        allowInvalid: true,
      },
      8: { criteria: 'VALUE_IN_RANGE', args: [{ sheet: 0, a1: 'A2:A90' }, true], allowInvalid: true },
      9: { criteria: 'CHECKBOX', args: [1], allowInvalid: true },
    });
  });

  test('comes back the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
    const book = await openWorkbook(libreOffice);
    await saveWorkbook(book, join(folder, 'back.xlsx'));
    expect(plainBook(await openWorkbook(join(folder, 'back.xlsx')))).toEqual(plainBook(book));
    await rm(folder, { recursive: true });
  });
});

describe('what programs write differently', () => {
  const read = async (inner: string, more: Record<string, string> = {}) => {
    const book = await readWorkbook(zipOf(officeParts({ Codes: inner, Lists: sheetData() }, more)), 'Book');
    return book.sheets[0] as (typeof book.sheets)[number];
  };
  const cell = (xml: string) => sheetData(`<row r="1">${xml}</row>`);

  test.each([
    ['a number', '<c r="A1"><v>1.5E-3</v></c>', 0.0015],
    [
      'a text in place',
      '<c r="A1" t="inlineStr"><is><r><t>CP</t></r><rPh><t>x</t></rPh><r><t>R</t></r></is></c>',
      'CPR',
    ],
    ['a text with codes', '<c r="A1" t="inlineStr"><is><t>a_x0007_&#38;&lt;</t></is></c>', 'a\u0007&<'],
    ['ticked', '<c r="A1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a date in words', '<c r="A1" t="d"><v>2025-03-14</v></c>', 45730],
    ['a date and a time in words', '<c r="A1" t="d"><v>2025-03-14T12:00:00.000Z</v></c>', 45730.5],
    ['a time in words', '<c r="A1" t="d"><v>18:00:00</v></c>', 0.75],
    ['a date in words that is none', '<c r="A1" t="d"><v>2025-13-14</v></c>', '2025-13-14'],
    ['a number past all numbers', '<c r="A1"><v>1E400</v></c>', '1E400'],
    ['a number that is blank', '<c r="A1"><v> </v></c>', ''],
    ['a text with line ends of the file', '<c r="A1" t="str"><v>a\r\nb\rc&#13;d</v></c>', 'a\nb\nc\rd'],
    ['a text as it stands', '<c r="A1" t="str"><v><![CDATA[a&\r\nb]]></v></c>', 'a&\nb'],
    ['a text of digits', '<c r="A1" t="str"><v>0012</v></c>', '0012'],
    ['a cell without address', '<c><v>5</v></c>', 5],
    ['names with a prefix', '<x:c r="A1"><x:v>5</x:v></x:c>', 5],
  ])('%s', async (_, xml, value) => {
    expect((await read(cell(xml))).rows[0]?.values[0]).toBe(value);
  });

  test('a formula of Google Sheets only is the formula, with the value it had', async () => {
    const row = (
      await read(
        cell(
          '<c r="A1" t="str"><f>IFERROR(__xludf.DUMMYFUNCTION("QUERY(A:B,""select A"")"),"CPR")</f><v>CPR</v></c>',
        ),
      )
    ).rows[0];
    expect(row).toEqual({ values: ['CPR'], formulas: { 0: '=QUERY(A:B,"select A")' } });
  });

  test('a cell that names no shared text has none, not the first', async () => {
    const more = { 'xl/sharedStrings.xml': '<sst><si><t>CPR</t></si></sst>' };
    const cells = '<c r="A1" t="s"><v></v></c><c r="B1" t="s"><v>0</v></c>';
    expect((await read(cell(cells), more)).rows[0]?.values).toEqual(['', 'CPR']);
  });

  test('a cell that a formula of Google Sheets fills has a value and no formula', async () => {
    const filled = 'IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),"CPR")';
    const row = (await read(cell(`<c r="A1" t="str"><f>${filled}</f><v>CPR</v></c>`))).rows[0];
    expect(row).toEqual({ values: ['CPR'] });
  });

  test('an array formula is what Google Sheets makes of it', async () => {
    const array = (text: string) => `<c r="A1"><f t="array" ref="A1:A9">${text}</f><v>1</v></c>`;
    const formula = async (text: string) => (await read(cell(array(text)))).rows[0]?.formulas?.[0];
    expect(await formula('_xlfn.UNIQUE(B1:B9)')).toBe('=ARRAYFORMULA(UNIQUE(B1:B9))');
    expect(await formula('ArrayFormula(B1:B9*2)')).toBe('=ARRAYFORMULA(B1:B9*2)');
  });

  test('a shared formula moves with its cell, fixed references do not', async () => {
    const sheet = await read(
      sheetData(
        '<row r="2"><c r="B2"><f t="shared" ref="B2:C3" si="0">A2&amp;$A2&amp;A$1&amp;"A2"&amp;LOG10(A2)</f><v>1</v></c></row>',
        '<row r="3"><c r="C3"><f t="shared" si="0"/><v>2</v></c></row>',
      ),
    );
    expect(sheet.rows[2]?.formulas?.[2]).toBe('=B3&$A3&B$1&"A2"&LOG10(B3)');
  });

  test('days counted from 1904, and only days', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const parts = officeParts(
      { Codes: cell('<c r="A1" s="1"><v>100</v></c><c r="B1"><v>100</v></c>') },
      { 'xl/styles.xml': styles },
    );
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    );
    const book = await readWorkbook(zipOf(parts), 'Book');
    expect(book.sheets[0]?.rows[0]).toEqual({ values: [1562, 100], formats: { 0: 'dd/mm/yyyy' } });
  });

  test('formats, fills and fonts, by number, theme and locale', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-809]yyyy\\-mm\\-dd;@"/></numFmts>
      <fonts><font><sz val="11"/><color theme="1"/></font><font><b/><sz val="14"/><color rgb="FF112233"/></font></fonts>
      <fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill></fills>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="170" fontId="1" fillId="2"><alignment horizontal="center" wrapText="1"/></xf></cellXfs></styleSheet>`;
    const sheet = await read(
      cell('<c r="A1" s="1" t="str"><v>0012</v></c><c r="B1" s="2"><v>45000</v></c>'),
      { 'xl/styles.xml': styles },
    );
    expect(sheet.rows[0]).toEqual({
      values: ['0012', 45000],
      formats: { 0: '@', 1: 'yyyy-mm-dd' },
      styles: {
        1: {
          background: '#4472c4',
          fontColor: '#112233',
          fontWeight: 'bold',
          fontSize: 14,
          horizontalAlignment: 'center',
          wrap: true,
        },
      },
    });
  });

  test('a format on a whole column holds for the cells that are still empty', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs></styleSheet>';
    const cols = '<cols><col min="1" max="1" style="1" width="10"/></cols>';
    const sheet = await read(`${cols}${sheetData('<row r="1"><c r="B1"><v>1</v></c></row>')}`, {
      'xl/styles.xml': styles,
    });
    expect(sheet.rows[0]?.formats).toEqual({ 0: '@' });
    expect(sheet.rows[999]?.formats).toEqual({ 0: '@' });
  });

  test('frozen rows, hidden columns, choices from another sheet and plain check boxes', async () => {
    const sheet = await read(
      `<sheetViews><sheetView><pane ySplit="1" xSplit="2" state="frozen"/></sheetView></sheetViews>
       <cols><col min="3" max="4" hidden="1" width="9"/></cols>
       ${cell('<c r="A1"><v>1</v></c>')}
       <dataValidations><dataValidation type="list" sqref="A2:A3" showErrorMessage="1"><formula1>"TRUE,FALSE"</formula1></dataValidation></dataValidations>
       <extLst><ext><x14:dataValidations><x14:dataValidation type="list" showErrorMessage="1" errorStyle="warning"><x14:formula1><xm:f>Lists!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>B2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
    );
    expect(sheet).toMatchObject({ frozenRows: 1, frozenColumns: 2, hiddenColumns: { 2: true, 3: true } });
    expect(sheet.rows[1]?.validations).toEqual({
      0: { criteria: 'CHECKBOX', args: [], allowInvalid: false },
      1: { criteria: 'VALUE_IN_RANGE', args: [{ sheet: 1, a1: 'A1:A9' }, true], allowInvalid: true },
    });
  });

  test('rows that a filter hides are hidden by it, not by a person', async () => {
    const text = (row: number, value: string, hidden = '') =>
      `<row r="${row}"${hidden}><c r="A${row}" t="str"><v>${value}</v></c></row>`;
    const sheet = await read(
      `${sheetData(text(1, 'Type'), text(2, 'Course'), text(3, 'Quiz', ' hidden="1"'), text(4, 'Course'), text(6, 'below', ' hidden="1"'))}
       <autoFilter ref="A1:A4"><filterColumn colId="0"><filters><filter val="Course"/></filters></filterColumn></autoFilter>`,
    );
    expect(sheet.filter).toEqual({
      area: { row: 0, column: 0, rows: 4, columns: 1 },
      hiddenValues: { 0: ['Quiz'] },
    });
    expect(sheet.rows[2]?.hidden).toBeUndefined();
    expect(sheet.rows[5]?.hidden).toBe(true);
  });

  test('links to addresses and to places in the workbook', async () => {
    const links =
      '<hyperlinks><hyperlink ref="A1" r:id="l1"/><hyperlink ref="B1" location="Lists!B2"/><hyperlink ref="C1:C9" location="gone!A1"/></hyperlinks>';
    const text = (column: string) => `<c r="${column}1" t="str"><v>here</v></c>`;
    const parts = officeParts({
      Codes: `${cell(text('A') + text('B') + text('C'))}${links}`,
      Lists: sheetData(),
    });
    parts['xl/worksheets/_rels/sheet1.xml.rels'] =
      '<Relationships><Relationship Id="l1" Type="x/hyperlink" Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/></Relationships>';
    const book = await readWorkbook(zipOf(parts), 'Book');
    expect(book.sheets[0]?.rows[0]?.links).toEqual({
      0: [{ start: 0, end: 4, url: 'https://example.org/?a=1&b=2' }],
      1: [{ start: 0, end: 4, url: '#gid=1&range=B2' }],
    });
  });
});

describe('what saving would lose', () => {
  test('nothing of a workbook of our own or of the LibreOffice one', async () => {
    expect(await findUnkeptContents(libreOffice)).toEqual([]);
  });

  test('is named before anything is saved', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
    const path = join(folder, 'rich.xlsx');
    const parts = officeParts({ Codes: sheetData() }, { 'xl/vbaProject.bin': 'x' });
    parts['xl/media/image1.png'] = 'x';
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '</sheets>',
      '</sheets><definedNames><definedName name="_xlnm._FilterDatabase">Codes!A1</definedName><definedName name="Live">Codes!A2:A9</definedName></definedNames>',
    );
    await writeFile(path, zipOf(parts));
    expect(await findUnkeptContents(path)).toEqual(['images', 'macros', 'named ranges']);
    await rm(folder, { recursive: true });
  });

  test('is named where it stands within the parts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'workbook-'));
    const path = join(folder, 'rich.xlsx');
    const rules = (...all: string[]) =>
      `<conditionalFormatting sqref="A1">${all.join('')}</conditionalFormatting>`;
    const kept = rules(
      '<cfRule type="expression" priority="1"/>',
      '<cfRule priority="2" type="notContainsText"/>',
    );
    const bars = '<extLst><ext><x14:cfRule type="dataBar" id="1"/></ext></extLst>';
    const times = '<dataValidations><dataValidation sqref="A1" type="time"/></dataValidations>';
    const rich = '<sst><si><r><rPr><b/></rPr><t>C</t></r><r><t>PR</t></r></si></sst>';
    const unkept = async (inner: string, more = {}) => {
      await writeFile(path, zipOf(officeParts({ Codes: inner }, more)));
      return findUnkeptContents(path);
    };
    const plain = `<cols><col min="1" max="1" outlineLevel="0"/></cols>${sheetData('<row r="1" spans="1:2"/>')}${kept}`;
    expect(await unkept(plain, { 'xl/sharedStrings.xml': '<sst><si><t>CPR</t></si></sst>' })).toEqual([]);
    const array = '<c r="A1"><f t="array" ref="A1:A9">UNIQUE(B1:B9)</f><v>1</v></c>';
    const filled = '<c r="A2"><f>IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),1)</f><v>1</v></c>';
    for (const cells of [array, filled]) {
      expect(await unkept(sheetData(`<row r="1">${cells}</row>`))).toEqual([
        'what array formulas fill in (their cells are kept as values)',
      ]);
    }
    expect(await unkept(sheetData(`<row r="1">${array.replace(':A9', '')}</row>`))).toEqual([]);
    const choices = (first: string) =>
      unkept(
        `${sheetData()}<dataValidations><dataValidation type="list" sqref="A1">${first}</dataValidation></dataValidations>`,
      );
    for (const formula of ['Live', 'INDIRECT("Codes!A2:A9")', 'OFFSET(A1,1,0)'])
      expect(await choices(`<formula1>${formula}</formula1>`)).toEqual([
        'choices out of named ranges or formulas',
      ]);
    for (const formula of ['"a,b (c)"', '&quot;a&quot;', 'A2:A9', '$A$2', "'My codes'!$A$2:$A$9", 'Codes!A2'])
      expect(await choices(`<formula1>${formula}</formula1>`)).toEqual([]);
    expect(await choices('<x14:formula1><xm:f>Live</xm:f></x14:formula1>')).toHaveLength(1);
    const elsewhere = '<extLst><ext><x14:cfRule type="expression" id="1"/></ext></extLst>';
    expect(await unkept(`${sheetData()}${elsewhere}`)).toHaveLength(1);
    const grouped = sheetData('<row r="1" outlineLevel="1"/>');
    expect(await unkept(`${grouped}${times}${bars}`, { 'xl/sharedStrings.xml': rich })).toEqual([
      'conditional formats of other kinds (such as data bars and duplicates)',
      'rules for times and lengths of text',
      'groups of rows or columns',
      'formats of single words in a cell',
    ]);
    await rm(folder, { recursive: true });
  });
});
