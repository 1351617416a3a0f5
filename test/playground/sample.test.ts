import { readFileSync } from 'node:fs';
import { generateBook, generateSheets } from '../../playground/sample/generate.ts';
import { sampleBook, sampleSheets } from '../../playground/sample/make-sample.ts';
import { type BookModel, contentSize } from '../../playground/sheets/model.ts';
import { checkWorkbook } from '../../src/domain/checks/index.ts';
import { codeKey } from '../../src/domain/code.ts';
import type { RuleId } from '../../src/domain/issue.ts';
import { codeSkeleton } from '../../src/domain/look-alike.ts';

import { domainWorkbook } from './domain-workbook.ts';

/** A day after the last completion of the sample and before the one in 2062. */
const TODAY = '2026-11-24';
const fixture = JSON.parse(
  readFileSync(new URL('../fixtures/sample-problems.json', import.meta.url), 'utf8'),
);

/** Every rule that a workbook with all its sheets and headings can break (a code of 50,001 letters does not fit a cell). */
const RULES: readonly RuleId[] = [
  'code-missing',
  'code-duplicate',
  'code-look-alike',
  'code-not-text',
  'code-unsafe',
  'code-control-characters',
  'code-spelling',
  'content-unknown-code',
  'content-code-not-in-records',
  'content-used-in-records',
  'content-type',
  'content-duplicate',
  'content-code-shared',
  'content-object-id-missing',
  'content-title-missing',
  'path-id-missing',
  'path-row-missing',
  'path-row-duplicate',
  'path-without-steps',
  'path-code-missing',
  'path-unknown-code',
  'path-code-reused',
  'path-code-on-other-step',
  'step-code-twice',
  'step-not-whole',
  'step-duplicate',
  'step-gap',
  'step-without-content',
  'record-id-duplicate',
  'record-name-missing',
  'record-type-missing',
  'record-type-unknown',
  'record-date-invalid',
  'record-date-future',
  'record-unknown-code',
  'record-object-unknown',
  'record-object-other-code',
  'record-duplicate',
  'record-delete-value',
  'record-formula',
  'record-formula-text',
];

interface Finding {
  readonly rule: string;
  readonly sheet: string | undefined;
  readonly rows: readonly number[];
}

function findings(book: BookModel): Finding[] {
  return inOrder(
    checkWorkbook(domainWorkbook(book, TODAY)).map(({ rule, at }) => ({
      rule,
      sheet: at[0]?.sheet,
      rows: at.map(({ row }) => row),
    })),
  );
}

function inOrder(all: readonly Finding[]): Finding[] {
  const key = (one: Finding): string => JSON.stringify([one.sheet, one.rule, one.rows]);
  return [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('sample workbook', () => {
  test('the check finds exactly the seeded problems', () => {
    const { book, expected } = sampleBook();
    expect(findings(book)).toEqual(inOrder(expected));
  });

  test('seeds exactly the problems that the fixture lists', () => {
    expect(sampleBook().expected).toEqual(fixture);
  });

  test('seeds every kind of problem', () => {
    expect([...new Set(sampleBook().expected.map(({ rule }) => rule))].sort()).toEqual([...RULES].sort());
  });

  test('is the same every time', () => {
    expect(sampleBook().book).toEqual(sampleBook().book);
  });

  test('has 60 contents of three types, 8 paths, 120 people and 1,500 records of three years', () => {
    const { codes, content, paths, records } = sampleSheets();
    const texts = (rows: typeof codes, heading: string) =>
      rows.map(({ cells }) => String(cells[heading] ?? ''));
    expect(codes.length).toBeGreaterThanOrEqual(25);
    expect(texts(codes, 'Code')).toEqual(
      expect.arrayContaining([
        'CLABEG',
        'CLADROP',
        'CLAESS',
        'CLARODROP',
        'CLAROTAT',
        'CLATT',
        'CPR',
        'EG012',
        'EGMP',
        'EGPG',
      ]),
    );
    expect(content).toHaveLength(60);
    expect(new Set(texts(content, 'Type'))).toEqual(
      new Set(['Course', 'Quiz', 'Training Event', 'Event', 'Webinar', '']),
    );
    expect(new Set(texts(paths, 'Path Id')).size).toBeGreaterThanOrEqual(8);
    expect(records).toHaveLength(1500);
    expect(new Set(texts(records, 'Name').filter((name) => name !== '')).size).toBe(120);
    const dates = records
      .map(({ cells }) => cells['Completion Date'])
      .flatMap((cell) => (typeof cell === 'object' && 'date' in cell ? [cell.date] : []))
      .sort();
    expect(dates[0]?.slice(0, 7)).toBe('2023-12');
    expect(dates.at(-2)?.slice(0, 7)).toBe('2026-11');
    expect(dates.at(-1)).toBe('2062-03-14');
  });

  test('has no two codes alike but those that are seeded', () => {
    const { codes } = sampleSheets();
    const clean = codes
      .filter(({ problems }) => problems.length === 0)
      .map(({ cells }) => String(cells.Code));
    expect(new Set(clean.map(codeKey)).size).toBe(clean.length);
    expect(new Set(clean.map(codeSkeleton)).size).toBe(clean.length);
  });

  test('looks as set up leaves it: bold frozen headings, text codes, real dates', () => {
    const records = sampleBook().book.sheets[3];
    expect(records?.frozenRows).toBe(1);
    expect(records?.rows[0]?.styles?.[0]?.fontWeight).toBe('bold');
    expect(records?.rows[1]?.formats).toMatchObject({ 0: '@', 6: 'yyyy-mm-dd', 8: '@' });
    expect(typeof records?.rows[1]?.values[6]).toBe('number');
    expect(records?.rows[1]?.validations?.[9]).toEqual({
      criteria: 'CHECKBOX',
      args: [1],
      allowInvalid: true,
    });
  });
});

describe('generated workbooks', () => {
  test('have the asked number of records, flagged rows and codes', () => {
    const { book } = generateBook({ records: 2000, codes: 50, content: 70, flagged: 20 });
    const [codes, content, , records] = book.sheets;
    expect(contentSize(codes as never).rows).toBe(51);
    expect(contentSize(content as never).rows).toBe(71);
    expect(contentSize(records as never).rows).toBe(2001);
    expect(records?.rows.filter((row) => row?.values[9] === 1)).toHaveLength(20);
  });

  test('no person has two records on one day', () => {
    const { records } = generateSheets({ records: 5000, people: 30 });
    const days = records.map(({ cells }) => JSON.stringify([cells.Name, cells['Completion Date']]));
    expect(new Set(days).size).toBe(5000);
  });

  test('differ by seed only', () => {
    expect(generateBook({ records: 1000, seed: 3 })).toEqual(generateBook({ records: 1000, seed: 3 }));
    expect(generateBook({ records: 1000, seed: 3 })).not.toEqual(generateBook({ records: 1000, seed: 4 }));
  });

  test.each([
    { records: 0 },
    { records: 1500 },
    { records: 4000, codes: 60, content: 40, paths: 12, people: 30, seed: 9, flagged: 50 },
    { records: 20_000, codes: 400, content: 900, paths: 100 },
  ])('are without a finding: %j', (options) => {
    expect(findings(generateBook(options).book)).toEqual([]);
  });

  test('have exactly the problems of records that were asked for', () => {
    for (const seed of [1, 2, 3]) {
      const { book, expected } = generateBook({ records: 2000, problems: true, seed });
      expect(expected.length).toBeGreaterThan(12);
      expect(findings(book)).toEqual(inOrder(expected));
    }
  });
});
