import fc from 'fast-check';
import Papa from 'papaparse';
import type { Cell } from '../../../src/domain/cell.ts';
import { formatCsv } from '../../../src/domain/csv/format-csv.ts';
import { parseCsv } from '../../../src/domain/csv/parse-csv.ts';
import { guard, unguard } from '../../../src/domain/formula-guard.ts';
import { planDeleteFlagged } from '../../../src/domain/records/delete-flagged.ts';
import { exportRecords, liveRows } from '../../../src/domain/records/export.ts';
import { isFlagged } from '../../../src/domain/usage.ts';
import { cellsOf, type Workbook } from '../../../src/domain/workbook.ts';
import { workbook } from '../../builders/workbook.ts';
import { runs } from '../../support/runs.ts';
import { imported } from './import-support.ts';

/** Any text at all, and often one that programs take for something else. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '=1+1',
    "'=1",
    "''@x",
    '-5',
    '0012',
    '1E5',
    'MAR1',
    'a\r\nb',
    'a\rb',
    '\n',
    ' x ',
    '"',
    ',',
    '\ufeff',
  ),
);

function reads(csv: string): string[][] {
  const parsed = parseCsv(csv);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.rows;
}

test('a table of any text is the same after writing and reading, line ends and all', () => {
  const table = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, (rows) => {
      // A row of nothing but blanks is none.
      const kept = [['h', 'i'], ...rows].filter((row) => row.some((cell) => guard(cell).trim() !== ''));
      expect(reads(formatCsv([['h', 'i'], ...rows])).map((row) => row.map(unguard))).toEqual(kept);
    }),
    runs(500),
  );
});

test('Papa Parse reads in our files what we do', () => {
  const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, (rows) => {
      const csv = formatCsv([['a', 'b', 'c'], ...rows]);
      const { data } = Papa.parse<string[]>(csv.slice(1), { delimiter: ',', newline: '\r\n' });
      const filled = data.slice(0, -1).filter((row) => row.some((cell) => cell.trim() !== ''));
      expect(reads(csv)).toEqual(filled);
    }),
    runs(500),
  );
});

const date = fc.oneof(
  fc.constantFrom<Cell>('', '2025-02-30', 'spring', '03/04/2025', 45_000),
  fc.integer({ min: 1, max: 28 }).map((day): Cell => ({ iso: `2025-02-${String(day).padStart(2, '0')}` })),
);
const record = fc.record({
  name: text,
  recordType: fc.constantFrom('Training Record', 'e-learning', 'Traning', ''),
  objectId: fc.constantFrom<Cell>('', '0', 0, '12', '0012', 7),
  title: text,
  trainingProvider: text,
  completionDate: date,
  otherInformation: text,
  code: fc.oneof(text, fc.constantFrom('CPR', 'cpr', 'GONE')),
  delete: fc.constantFrom<Cell>('', 1, true, false, 'yes', 0),
});

function bookOf(records: readonly Record<string, Cell>[], ids: readonly Cell[]): Workbook {
  const book = workbook().code('CPR').former('GONE', '');
  records.forEach((cells, i) => {
    book.row('records', { ...cells, recordId: ids[i] ?? '' });
  });
  return book.build();
}

test('an export comes back as all the same, whatever stands in the sheet', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), fc.boolean(), (records, withIds) => {
      const book = bookOf(
        records,
        records.map((_, i) => (withIds ? `${i + 1}` : '')),
      );
      const live = liveRows(book);
      fc.pre(live.length > 0);
      const { text: csv, rows } = exportRecords(book, live, [], 'records');
      const parsed = parseCsv(csv);
      if (!parsed.ok) throw new Error(parsed.reason);
      const { counts, plan } = imported(book, { name: 'records.csv', ...parsed });
      expect({ ...counts, edits: plan.edits, appends: plan.appends }).toMatchObject({
        same: rows,
        new: 0,
        updated: 0,
        errors: 0,
        edits: [],
        appends: [],
      });
    }),
    runs(500),
  );
});

/** The sheet after a plan's cells were written and its rows added. */
function applied(book: Workbook, { edits, appends }: ReturnType<typeof imported>['plan']): Workbook {
  const { records } = book;
  const added = appends.filter(({ sheet }) => sheet === 'records');
  const cells = Object.fromEntries(
    Object.keys(records.cells).map((field) => {
      const column = [...(cellsOf(records, field) ?? [])];
      for (const edit of edits) if (edit.field === field) column[edit.row - 2] = edit.after;
      return [field, [...column, ...added.map(({ values }) => values[field] ?? '')]];
    }),
  );
  return { ...book, records: { ...records, cells, length: records.length + added.length } };
}

const FIELDS = [
  'Record Id',
  'Name',
  'Record Type',
  'Completion Date',
  'Title',
  'Qualification Code',
  'Delete?',
];
const fileRow = fc.tuple(
  fc.constantFrom('', '0', '1', '2', '3', '77', '007'),
  fc.constantFrom('ann', 'bob', '', '=x'),
  fc.constantFrom('Training Record', 'E-learning', 'x', ''),
  fc.constantFrom('', '2025-01-02', '25/12/2024', '03/04/2025', '31/04/2025'),
  fc.constantFrom('', 'T', "'=1", 'a\r\nb', '1.0'),
  fc.constantFrom('', 'CPR', 'cpr', 'NEW', '0012'),
  fc.constantFrom('', '1', 'FALSE', 'yes'),
);

test('importing a file twice adds nothing and changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fileRow, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 7 }),
      (rows, width) => {
        const [, ...more] = FIELDS.slice(0, Math.max(2, width));
        const headings = ['Record Id', ...more];
        const file = {
          name: 'lms.csv',
          rows: [headings, ...rows.map((row) => row.slice(0, headings.length))],
          lines: [1, ...rows.map((_, i) => i + 2)],
        };
        const book = workbook()
          .code('CPR')
          .code('0012')
          .record('ann', 'CPR')
          .record('bob', '0012', { title: '1' })
          .build();
        const answers = { dates: 'dayFirst', addCodes: ['NEW'] } as const;
        const first = imported(book, file, answers);
        const after = {
          ...applied(book, first.plan),
          codes: workbook().code('CPR').code('0012').code('NEW').build().codes,
        };
        const again = imported(after, file, answers);
        expect([again.counts.new, again.counts.updated, again.plan.edits, again.plan.appends]).toEqual([
          0,
          0,
          [],
          [],
        ]);
        expect(again.counts.errors).toBe(first.counts.errors);
      },
    ),
    runs(1_000),
  );
});

test('deleting is filtering: what is planned to go is what is flagged, once each, top down', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 12 }), (records) => {
      const book = bookOf(records, []);
      const flagged = records.flatMap((each, i) => (isFlagged(each.delete) ? [i + 2] : []));
      const planned = planDeleteFlagged(book);
      expect(planned.ok ? planned.plan.removals.map(({ row }) => row) : []).toEqual(flagged);
      expect(planned.ok ? planned.plan.edits.length + planned.plan.appends.length : 0).toBe(0);
    }),
  );
});
