import fc from 'fast-check';
import Papa from 'papaparse';
import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import type { ImportInput } from '../../src/contract/api.ts';
import { formatCsv } from '../../src/domain/csv/format-csv.ts';
import { parseCsv } from '../../src/domain/csv/parse-csv.ts';
import { unguard } from '../../src/domain/formula-guard.ts';
import { importAll } from '../support/importing.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';

const HEADINGS =
  'Record Id,Name,Record Type,Object Id,Title,Training Provider,Completion Date,Other Information,Qualification Code,Delete?';

function source(text: string): ImportInput {
  const parsed = parseCsv(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return { name: 'file.csv', rows: parsed.rows, lines: parsed.lines };
}

function flag(book: BookModel, rows: readonly number[]): void {
  const sheet = book.sheets.find((each) => each.name === 'Records');
  const column = sheet?.rows[0]?.values.indexOf('Delete?') ?? 9;
  for (const row of rows) {
    const model = sheet?.rows[row - 1];
    if (!model) throw new Error(`no row ${row}`);
    while (model.values.length <= column) model.values.push('');
    model.values[column] = 1;
  }
}

function deleteAll(person: Person) {
  const { basedOn, count } = person.get('previewDeleteFlagged');
  return person.get('deleteFlagged', { basedOn, confirm: String(count) });
}

describe('the LMS’s file', () => {
  test('has the ten headings in order, a byte-order mark and CRLF', async () => {
    const person = await openAs(generateBook({ records: 20, seed: 1 }).book);
    expect(person.get('recordsTemplate').text).toBe(`\ufeff${HEADINGS}\r\n`);
    const { text, rows } = person.get('exportRecords', { which: 'all' });
    expect(rows).toBe(20);
    expect(text.startsWith(`\ufeff${HEADINGS}`)).toBe(true);
    expect(text.split('\r\n')).toHaveLength(22);
  });

  test('export, then import: all the same, on the sample with every odd record in it', async () => {
    const { book } = generateBook({ records: 300, seed: 9 });
    const person = await openAs(book);
    const preview = person.get('previewImport', source(person.get('exportRecords', { which: 'all' }).text));
    expect(preview.counts).toMatchObject({ new: 0, updated: 0, same: 300, errors: 0 });
  });

  test('any table of any text survives writing and reading', () => {
    const cell = fc
      .string({ unit: 'binary' })
      .map((text) => text.replace(/\r\n?/g, '\n').replace(/\ufeff/g, ''));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        (table) => {
          const text = formatCsv([['a', 'b', 'c'], ...table]);
          const { data } = Papa.parse<string[]>(text.slice(1).replace(/\r\n/g, '\n'), {
            delimiter: ',',
            newline: '\n',
          });
          expect(data.slice(1, -1).map((row) => row.map(unguard))).toEqual(table);
        },
      ),
    );
  });

  test('formula-like text is escaped, and plain signed numbers are left alone', () => {
    const text = formatCsv([['=1+1', '+cmd|x', '-5', '@x', "'=quoted", '+3.2']]);
    expect(text).toBe("\ufeff'=1+1,'+cmd|x,-5,'@x,''=quoted,+3.2\r\n");
    expect(parseCsv(text)).toMatchObject({ ok: true });
  });
});

describe('reading a CSV', () => {
  test.each<[string, string, string[][]]>([
    [
      'semicolons, with commas in the text',
      'Name;Title\r\na;x, y\r\n',
      [
        ['Name', 'Title'],
        ['a', 'x, y'],
      ],
    ],
    [
      'tabs whose text holds commas',
      'Name\tTitle\na,b\tc,d,e\n',
      [
        ['Name', 'Title'],
        ['a,b', 'c,d,e'],
      ],
    ],
    [
      'pipes',
      'Name|Title\na,b|c\n',
      [
        ['Name', 'Title'],
        ['a,b', 'c'],
      ],
    ],
    [
      'a sep= line',
      'sep=;\nName;Title\na;b\n',
      [
        ['Name', 'Title'],
        ['a', 'b'],
      ],
    ],
    [
      'quoted newlines and quotes',
      'Name,Title\n"a ""b""","c\nd"\n',
      [
        ['Name', 'Title'],
        ['a "b"', 'c\nd'],
      ],
    ],
    [
      'mixed line ends',
      'Name,Title\r\na,b\nc,d\re,f',
      [
        ['Name', 'Title'],
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['one short row', 'Name,Title,Code\na\nb,c,d\n', [['Name', 'Title', 'Code'], ['a'], ['b', 'c', 'd']]],
  ])('%s', (_, text, rows) => {
    expect(parseCsv(text)).toMatchObject({ ok: true, rows });
  });

  test('row numbers are the sheet’s: a quoted newline does not count, an empty row does', () => {
    expect(parseCsv('Name,Title\n"a\nb",c\n\nd,e\n')).toMatchObject({ lines: [1, 2, 4] });
  });

  test('a quote that is never closed is refused', () => {
    expect(parseCsv('Name,Title\n"a,b\nc,d\n')).toEqual({ ok: false, reason: 'file-unreadable', row: 2 });
  });
});

describe('import', () => {
  const open = async () => {
    const { book } = generateBook({ records: 100, seed: 3 });
    return { book, person: await openAs(book) };
  };

  test('a blank or 0 id is new, an id of the sheet updates, and the preview changes nothing', async () => {
    const { book, person } = await open();
    const [, first] = cellsOf(book, 'Records');
    const before = JSON.stringify(book.sheets);
    const input = source(
      `record id,NAME,Record Type,Title\n0,new.one,Training Record,A\n,new.two,e-learning,B\n${first?.[0]},${first?.[1]},Training Record,Changed\n`,
    );
    const preview = person.get('previewImport', input);
    expect(JSON.stringify(book.sheets)).toBe(before);
    expect(preview.counts).toMatchObject({ new: 2, updated: 1, errors: 0 });
    importAll(person, input);
    expect(cellsOf(book, 'Records')).toHaveLength(103);
    expect(cellsOf(book, 'Records')[1]?.[4]).toBe('Changed');
  });

  test('twice adds nothing', async () => {
    const { book, person } = await open();
    const input = source(
      `Record Id,Name,Record Type,Completion Date,Qualification Code\n0,a.b,Training Record,2026-01-02,QC0001\n777777,c.d,Training Record,,\n`,
    );
    importAll(person, input);
    const once = JSON.stringify(cellsOf(book, 'Records'));
    expect(person.get('previewImport', input).counts).toMatchObject({ new: 0, updated: 0, same: 2 });
    expect(
      person.refusal('importRecords', { ...input, basedOn: person.get('previewImport', input).basedOn }),
    ).toMatch(/every row is the same/);
    expect(JSON.stringify(cellsOf(book, 'Records'))).toBe(once);
  });

  test('wrong rows are told with row, column and reason, and come back as a file to mend', async () => {
    const { person } = await open();
    const input = source(
      'Record Id,Name,Record Type,Completion Date,Qualification Code,Delete?\n0,a,Training Record,31/04/2025,QC0001,\n0,,Traning,2025-01-01,NOPE-1,yes\n5,b,Training Record,,,\n5,c,Training Record,,,\n0,ok,Training Record,,,\n',
    );
    const { errors, counts, rejected, questions } = person.get('previewImport', input);
    expect(counts).toMatchObject({ new: 1, errors: 4 });
    expect(errors.map(({ row, heading }) => `${row} ${heading}`)).toEqual([
      '2 Completion Date',
      '3 Record Type',
      '3 Qualification Code',
      '3 Delete?',
      '3 Name',
      '4 Record Id',
      '5 Record Id',
    ]);
    expect(errors[0]?.message).toBe('31/04/2025 is not a real date');
    expect(questions.unknownCodes).toEqual([{ code: 'NOPE-1', rows: 1, suggestion: null }]);
    expect(rejected?.text.split('\r\n')[0]).toBe(
      '\ufeffRecord Id,Name,Record Type,Completion Date,Qualification Code,Delete?',
    );
    expect(rejected?.rows).toBe(4);
  });

  test('ambiguous dates are asked once, with both readings, and never guessed', async () => {
    const { person } = await open();
    const input = source(
      'Name,Record Type,Completion Date\na,Training Record,03/04/2025\nb,Training Record,05/06/2025\n',
    );
    const { questions, basedOn } = person.get('previewImport', input);
    expect(questions.dates).toEqual({
      count: 2,
      example: '03/04/2025',
      dayFirst: '3 April 2025',
      monthFirst: 'March 4, 2025',
    });
    expect(person.refusal('importRecords', { ...input, basedOn })).toMatch(/how the dates/);
    importAll(person, { ...input, dates: 'monthFirst' });
    const day = person.get('exportRecords', { which: 'all' }).text;
    expect(day).toContain('2025-03-04');
  });

  test('one date that proves the order decides the column', async () => {
    const { person } = await open();
    const input = source(
      'Name,Record Type,Completion Date\na,Training Record,03/04/2025\nb,Training Record,25/06/2025\n',
    );
    expect(person.get('previewImport', input).questions.dates).toBeNull();
  });

  test('unknown codes can be added in the same import', async () => {
    const { book, person } = await open();
    const input = source('Name,Record Type,Qualification Code\na,Training Record,1E5\n');
    expect(person.get('previewImport', input).counts).toMatchObject({ new: 0, errors: 1 });
    importAll(person, { ...input, addCodes: ['1E5'] });
    expect(cellsOf(book, 'Codes').flat()).toContain('1E5');
    expect(cellsOf(book, 'Records').flat()).toContain('1E5');
  });

  test('a blank in a column of the file clears, a column that it lacks is left alone', async () => {
    const { book, person } = await open();
    const [, first] = cellsOf(book, 'Records');
    const input = source(`Record Id,Name,Title\n${first?.[0]},${first?.[1]},\n`);
    expect(person.get('previewImport', input).notes.join(' ')).toMatch(/1 cell will be cleared/);
    importAll(person, input);
    const [, after] = cellsOf(book, 'Records');
    expect(after?.[4]).toBe('');
    expect(after?.slice(5)).toEqual(first?.slice(5));
  });

  test('hostile text comes in as text, byte for byte', async () => {
    const { book, person } = await open();
    const hostile = [
      '=HYPERLINK("x")',
      '+1+1',
      '-2+3',
      '@SUM(A1)',
      '<img onerror=x>',
      '\u202etxt',
      '0012',
      'MAR1',
      '1E5',
      "'quoted",
    ];
    const rows = hostile.map((text) => ['0', 'p', 'Training Record', text]);
    importAll(person, source(formatCsv([['Record Id', 'Name', 'Record Type', 'Title'], ...rows])));
    const sheet = book.sheets.find((each) => each.name === 'Records');
    expect(
      cellsOf(book, 'Records')
        .slice(-hostile.length)
        .map((row) => row[4]),
    ).toEqual(hostile);
    expect(sheet?.rows.some((row) => row?.formulas)).toBe(false);
  });

  test('an empty file, or one of headings only, is refused', async () => {
    const { person } = await open();
    expect(person.refusal('previewImport', { rows: [['Name', 'Title']] })).toMatch(/holds no rows/);
    expect(person.refusal('previewImport', { rows: [['Colour'], ['red']] })).toMatch(/no Name heading/);
  });

  test('undo takes new rows out and puts changed cells back', async () => {
    const { book, person } = await open();
    const before = JSON.stringify(cellsOf(book, 'Records'));
    const [, first] = cellsOf(book, 'Records');
    const input = source(
      `Record Id,Name,Record Type,Title\n0,new.one,Training Record,A\n${first?.[0]},${first?.[1]},Training Record,Changed\n`,
    );
    const { basedOn } = person.get('previewImport', input);
    const { run } = person.get('importRecords', { ...input, basedOn });
    person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
    expect(JSON.stringify(cellsOf(book, 'Records'))).toBe(before);
  });
});

describe('delete flagged rows', () => {
  test('equals filtering: whatever the rows, those that stay keep their order, notes and formats', async () => {
    const person = await openAs(generateBook({ records: 5, seed: 1 }).book);
    expect(person.refusal('previewDeleteFlagged', {})).toMatch(/no record is flagged/);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 2, max: 61 }), { minLength: 1, maxLength: 60 }),
        async (rows) => {
          const { book } = generateBook({ records: 60, seed: 2 });
          const sheet = book.sheets.find((each) => each.name === 'Records');
          sheet?.rows.forEach((row, i) => {
            if (row && i > 0 && i < 61) row.notes = { 1: `note of ${row.values[0]}` };
          });
          flag(book, rows);
          const stays = (sheet?.rows ?? [])
            .filter((_, i) => i > 0 && i < 61 && !rows.includes(i + 1))
            .map((row) => [row?.values[0], row?.notes?.[1], row?.formats]);
          const own = await openAs(book);
          deleteAll(own);
          const left = (sheet?.rows.slice(1) ?? []).filter((row) =>
            row?.values.some((value) => value !== ''),
          );
          expect(left.map((row) => [row?.values[0], row?.notes?.[1], row?.formats])).toEqual(stays);
          expect(cellsOf(book, 'Deleted Records')).toHaveLength(rows.length + 1);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a wrong flag is told, stays, and hinders no other', async () => {
    const { book } = sampleBook();
    const person = await openAs(book);
    const { count, wrongFlags } = person.get('previewDeleteFlagged');
    expect([count, wrongFlags.map(({ row, value }) => [row, value])]).toEqual([12, [[704, 'yes']]]);
    deleteAll(person);
    expect(cellsOf(book, 'Records').flat()).toContain('yes');
  });

  test('more than 20 % asks for the number', async () => {
    const { book } = generateBook({ records: 10, seed: 1 });
    flag(book, [2, 3, 4]);
    const person = await openAs(book);
    const { basedOn, mustType } = person.get('previewDeleteFlagged');
    expect(mustType).toBe(true);
    expect(person.refusal('deleteFlagged', { basedOn })).toBe(
      'This is a large part of your records. Type 3 to confirm.',
    );
    expect(cellsOf(book, 'Records')).toHaveLength(11);
  });

  test('undo brings the rows back, with your own columns', async () => {
    const { book } = generateBook({ records: 40, seed: 1 });
    const rows = () =>
      cellsOf(book, 'Records')
        .filter((row) => row.length > 0)
        .map((row) => row.slice(0, 9).map(String))
        .sort();
    const before = rows();
    flag(book, [3, 9, 21]);
    const person = await openAs(book);
    const { run } = deleteAll(person);
    person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
    expect(rows()).toEqual(before);
  });

  test('scattered rows go in the same number of calls at any size', async () => {
    const counts: number[] = [];
    for (const records of [1_000, 10_000]) {
      const { book } = generateBook({ records, seed: 1 });
      const person = await openAs(book);
      flag(book, [5]);
      deleteAll(person);
      flag(
        book,
        Array.from({ length: records / 20 }, (_, i) => 3 + i * 19),
      );
      deleteAll(person);
      counts.push(person.calls);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(24);
  });
});
