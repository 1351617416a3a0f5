import { readFile } from 'node:fs/promises';
import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import { emptyBook, emptySheet } from '../../playground/sheets/model.ts';
import type { CheckResult } from '../../src/contract/api.ts';
import { cellsOf, openAs } from '../support/product.ts';

interface Finding {
  rule: string;
  sheet: string;
  rows: number[];
}

function found(result: CheckResult): string[] {
  return result.groups
    .flatMap((group) =>
      group.issues.map(
        (issue) => `${group.rule} ${issue.links[0]?.sheet} ${issue.links.map((link) => link.row)}`,
      ),
    )
    .sort();
}

describe('check', () => {
  test('finds exactly the problems seeded in the sample', async () => {
    const seeded = JSON.parse(
      await readFile(new URL('../fixtures/sample-problems.json', import.meta.url), 'utf8'),
    ) as Finding[];
    const person = await openAs(sampleBook().book);
    expect(found(person.get('check'))).toEqual(
      seeded.map(({ rule, sheet, rows }) => `${rule} ${sheet} ${rows}`).sort(),
    );
  });

  test('finds nothing in a clean workbook', async () => {
    const person = await openAs(generateBook({ records: 500, seed: 7 }).book);
    expect(found(person.get('check'))).toEqual([]);
  });

  test('makes the same number of calls at 1,000 and 10,000 records, at most 12', async () => {
    const calls: number[] = [];
    for (const records of [1_000, 10_000]) {
      const person = await openAs(generateBook({ records, seed: 3 }).book);
      person.get('check');
      person.get('check');
      calls.push(person.calls);
    }
    expect(calls[0]).toBe(calls[1]);
    expect(calls[0]).toBeLessThanOrEqual(12);
  });

  test('writes in proportion to findings, not to rows', async () => {
    const person = await openAs(generateBook({ records: 5_000, seed: 3 }).book);
    person.get('check');
    person.get('check');
    expect(person.host.last?.cellsWritten ?? Number.NaN).toBeLessThan(500);
  });

  test('lists every finding in the Problems sheet, as text', async () => {
    const { book } = sampleBook();
    const person = await openAs(book);
    const { errors, warnings } = person.get('check');
    const rows = cellsOf(book, 'Problems').slice(1);
    expect(rows).toHaveLength(errors + warnings);
    expect(rows.every((row) => row.every((cell) => typeof cell === 'string'))).toBe(true);
    const formulas = book.sheets
      .find((sheet) => sheet.name === 'Problems')
      ?.rows.some((row) => row?.formulas);
    expect(formulas).toBe(false);
  });

  test('marks problems with one rule a sheet of its own, keeps others, and takes it off when all is well', async () => {
    const { book } = generateBook({ records: 300, seed: 2 });
    const records = book.sheets.find((sheet) => sheet.name === 'Records');
    if (!records) throw new Error('no Records');
    const theirs = {
      areas: [{ row: 1, column: 0, rows: 5, columns: 1 }],
      criteria: 'CELL_NOT_EMPTY',
      args: [],
      background: '#00ff00',
    };
    records.conditionalFormats.push(theirs);
    const name = records.rows[9]?.values[1] ?? '';
    if (records.rows[9]) records.rows[9].values[1] = '';
    const person = await openAs(book);
    person.get('check');
    expect(records.conditionalFormats).toHaveLength(2);
    expect(records.conditionalFormats[0]).toEqual(theirs);
    expect(records.conditionalFormats[1]?.areas).toEqual([{ row: 9, column: 1, rows: 1, columns: 1 }]);
    if (records.rows[9]) records.rows[9].values[1] = name;
    person.get('check');
    expect(records.conditionalFormats).toEqual([theirs]);
  });

  test('reads columns by heading: in any order and case, with other columns between', async () => {
    const book = emptyBook();
    const sheet = emptySheet(1, 'codes ');
    sheet.rows = [
      { values: ['My notes', 'DESCRIPTION', 'used  in', 'code'] },
      { values: ['x', 'Fire safety', '', 'FIRE-1'] },
      { values: ['', 'No code here', '', ''] },
    ];
    book.sheets.push(sheet);
    const person = await openAs(book);
    const result = person.get('check');
    expect(found(result)).toContain('code-missing codes 3');
    expect(result.groups.map((group) => group.rule)).not.toContain('heading-missing');
  });

  test('says plainly which sheet or heading is missing or doubled', async () => {
    const book = emptyBook();
    const sheet = emptySheet(1, 'Codes');
    sheet.rows = [{ values: ['Code', 'Code', 'Used In'] }];
    book.sheets.push(sheet);
    const person = await openAs(book);
    const titles = person.get('check').groups.flatMap((group) => group.issues.map((issue) => issue.title));
    expect(titles).toEqual(
      expect.arrayContaining([
        'Codes has Code more than once',
        'Codes has no Description column',
        'There is no Records sheet',
      ]),
    );
  });
});

describe('fixes', () => {
  test('every fix on offer leaves none of its kind, and undo gives the exact cells back', async () => {
    const { book } = sampleBook();
    const person = await openAs(book);
    const names = ['Codes', 'Content', 'Paths', 'Records'];
    const cells = () => names.map((name) => cellsOf(book, name));
    for (const { rule, fixes } of person.get('check').groups) {
      const [offer] = fixes;
      if (!offer) continue;
      const before = cells();
      const input = { fix: offer.fix, rule };
      const preview = person.get('previewFix', input);
      expect(cells()).toEqual(before);
      const run = person.get('fix', { ...input, basedOn: preview.basedOn });
      const left = person.get('check').groups.find((group) => group.rule === rule);
      expect(left?.issues.some((issue) => issue.fixes.some(({ fix }) => fix === offer.fix)) ?? false).toBe(
        false,
      );
      const back = person.get('previewUndo', { run: run.run });
      person.get('undo', { run: run.run, basedOn: back.basedOn });
      expect(withoutUsedIn(cells())).toEqual(withoutUsedIn(before));
    }
  });

  test('a fix is refused when the sheet changed since its preview', async () => {
    const { book } = sampleBook();
    const person = await openAs(book);
    const input = { fix: 'use-codes-spelling', rule: 'code-spelling' } as const;
    const { basedOn } = person.get('previewFix', input);
    const content = book.sheets.find((sheet) => sheet.name === 'Content');
    content?.rows.splice(1, 1);
    expect(person.refusal('fix', { ...input, basedOn })).toMatch(/changed since the preview/);
  });
});

/** Used In is the add-on's own column: every check writes it. */
function withoutUsedIn(sheets: (string | number | boolean)[][][]) {
  const [codes = [], ...rest] = sheets;
  const column = codes[0]?.indexOf('Used In') ?? -1;
  return [codes.map((row) => row.filter((_, i) => i !== column)), ...rest];
}
