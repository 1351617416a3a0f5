// Cell text is data: whatever it holds comes back byte for byte, makes no formula and runs nothing.
import naughty from 'big-list-of-naughty-strings';
import fc from 'fast-check';
import { generateBook } from '../../playground/sample/generate.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { isBlank } from '../../src/domain/cell.ts';
import { codeKey } from '../../src/domain/code.ts';
import { formatCsv } from '../../src/domain/csv/format-csv.ts';
import { parseCsv } from '../../src/domain/csv/parse-csv.ts';
import { unguard } from '../../src/domain/formula-guard.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';

const INJECTIONS = [
  '=HYPERLINK("http://example.org","x")',
  '=IMPORTXML("http://example.org","//a")',
  "+1+cmd|' /C calc'!A0",
  '-2+3+cmd|x',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '=1+1\r\n=2+2',
  '"=1+1"',
  "'=1+1",
  "''=1+1",
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '{{7*7}}',
  '$' + '{7*7}',
  '0012',
  '1E5',
  'MAR1',
  '1-2',
  '50%',
  '\u00a35',
  '12:30',
  'TRUE',
  '\u200bzero',
  'A\u200dB',
  '\u202eright-to-left',
  '\ufeffmark',
  'e\u0301',
  '\ud83d\ude00',
  '#REF!',
  '#N/A',
  ' lead',
  'trail ',
  'a\nb',
  '=',
  '\u041e\u0410',
  'x'.repeat(49_999),
  '\u0000',
  '\u001b[31m',
];
/** A cell holds a text; an empty one is no text. Line ends are one character in a cell. */
const TEXTS = [...new Set([...INJECTIONS, ...naughty])].filter((text) => text.trim() !== '');

const FIELDS = ['Name', 'Title', 'Training Provider', 'Other Information', 'Qualification Code'] as const;

function imported(person: Person, heading: string, texts: readonly string[]): void {
  const rows = texts.map((text, i) => {
    const cells: Record<string, string> = {
      'Record Id': String(500_000 + i),
      Name: 'p',
      'Record Type': 'Training Record',
      'Qualification Code': '',
    };
    cells[heading] = text;
    return HEADINGS.map((each) => cells[each] ?? '');
  });
  const parsed = parseCsv(formatCsv([HEADINGS, ...rows]));
  if (!parsed.ok) throw new Error(parsed.reason);
  const input = {
    name: 'hostile.csv',
    rows: parsed.rows,
    lines: parsed.lines,
    addCodes: heading === 'Qualification Code' ? texts.slice() : [],
  };
  let preview = person.get('previewImport', input);
  for (;;) {
    const result = person.get('importRecords', { ...input, basedOn: preview.basedOn });
    if (result.done >= result.total) return;
    preview = { ...preview, basedOn: result.basedOn ?? '' };
  }
}

const HEADINGS = [
  'Record Id',
  'Name',
  'Record Type',
  'Object Id',
  'Title',
  'Training Provider',
  'Other Information',
  'Qualification Code',
];

function formulas(book: BookModel): string[] {
  return book.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) => Object.values(row?.formulas ?? {}) as string[]),
  );
}

const oneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n');

test.each(FIELDS)(
  '%s: %# every hostile text through import, sheet, export and import again',
  async (heading) => {
    const { book } = generateBook({ records: 5, codes: 16, paths: 3, seed: 1 });
    const person = await openAs(book);
    const codes = heading === 'Qualification Code';
    const names = heading === 'Name' || codes;
    // Rows that are equal but for their id are one; a name or code of nothing but invisible characters is none.
    const seen = new Set<string>();
    const texts = TEXTS.filter((text) => {
      const key = names ? text.trim() : text;
      if (seen.has(key)) return false;
      seen.add(key);
      if (names && isBlank(text)) return false;
      return !codes || (codeKey(text) !== '' && text.length < 1_000 && ![...text].some((c) => c < ' '));
    });
    imported(person, heading, texts);
    expect(formulas(book)).toEqual([]);
    const column = cellsOf(book, 'Records')[0]?.indexOf(heading) ?? -1;
    const stored = cellsOf(book, 'Records')
      .slice(6)
      .map((row) => String(row[column] ?? ''));
    const wanted = texts.map((text) => oneLineEnd(names ? text.trim() : text));
    expect(stored.map(oneLineEnd)).toEqual(wanted);
    const out = parseCsv(person.get('exportRecords', { which: 'all' }).text);
    if (!out.ok) throw new Error(out.reason);
    expect(out.rows.slice(6).map((row) => oneLineEnd(unguard(row[column] ?? '')))).toEqual(wanted);
    const again = person.get('previewImport', { name: 'again.csv', rows: out.rows, lines: out.lines });
    expect([again.errors, again.counts.new, again.counts.updated]).toEqual([[], 0, 0]);
  },
);

test('a code’s description, the Problems sheet and the checklist hold hostile text as text', async () => {
  const { book } = generateBook({ records: 20, codes: 16, paths: 3, seed: 1 });
  const content = book.sheets.find(({ name }) => name === 'Content');
  content?.rows.forEach((row, i) => {
    if (row && i > 0) {
      row.values[2] = INJECTIONS[i % INJECTIONS.length] ?? '';
      row.values[5] = '=OWNER()';
    }
  });
  const person = await openAs(book);
  INJECTIONS.filter((text) => text.length < 1_000).forEach((description, i) => {
    person.get('addCode', { code: `H-${i}`, description });
  });
  const { basedOn } = person.get('previewRename', { from: 'QC0002', to: '=NEW', reason: 'test' });
  person.call('rename', { from: 'QC0002', to: '=NEW', basedOn, reason: 'test' });
  person.get('check');
  person.get('makeReports');
  expect(formulas(book)).toEqual([]);
});

test('unguard gives back what guard was given, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parsed = parseCsv(
        formatCsv([
          ['a', 'b'],
          [oneLineEnd(text).replace(/\ufeff/g, ''), 'x'],
        ]),
      );
      expect(parsed.ok && parsed.rows[1]?.map(unguard)).toEqual([
        oneLineEnd(text).replace(/\ufeff/g, ''),
        'x',
      ]);
    }),
  );
});
