import type { RuleId } from '../../src/domain/issue.ts';
import type { SampleCell, SampleRow } from './rows.ts';

/**
 * Breaks chosen records of an orderly list (of 1,500 or more), each in one way, and marks them; also flags some and leaves
 * some open, which is no problem. `otherCode` is any known code.
 */
export function seedRecordProblems(records: SampleRow[], otherCode: string): void {
  const used = new Set<SampleRow>();
  const find = (from: number, fits: (row: SampleRow) => boolean = () => true): SampleRow => {
    for (let i = from; i < records.length; i++) {
      const row = records[i] as SampleRow;
      if (!used.has(row) && fits(row)) {
        used.add(row);
        return row;
      }
    }
    throw new Error('No record is left to break.');
  };
  const spoil = (
    from: number,
    rule: RuleId,
    cells: Record<string, SampleCell>,
    fits = (_: SampleRow) => true,
  ): void => {
    const row = find(from, fits);
    Object.assign(row.cells, cells);
    row.problems.push({ rule, group: `${rule}-${from}` });
  };
  const isEvent = ({ cells }: SampleRow): boolean => cells['Record Type'] === 'Training Record';
  const carries = ({ cells }: SampleRow): boolean =>
    isEvent({ cells, problems: [] }) && cells['Qualification Code'] !== undefined;
  const other = ({ cells }: SampleRow): boolean =>
    carries({ cells, problems: [] }) && cells['Qualification Code'] !== otherCode;
  const noObject = { 'Object Id': '0' };

  spoil(96, 'record-name-missing', { Name: '' });
  spoil(151, 'record-type-missing', { 'Record Type': '' });
  spoil(233, 'record-type-unknown', { 'Record Type': 'Traning Record' }, isEvent);
  spoil(310, 'record-date-invalid', { 'Completion Date': '2025-02-30' });
  spoil(988, 'record-date-invalid', { 'Completion Date': 'spring' });
  spoil(1404, 'record-date-future', { 'Completion Date': { date: '2062-03-14' } });
  spoil(
    402,
    'record-unknown-code',
    { ...noObject, Title: 'Snow skills day', 'Qualification Code': 'SNOWCR' },
    isEvent,
  );
  spoil(515, 'record-object-unknown', { 'Object Id': '399' }, carries);
  spoil(608, 'record-object-other-code', { 'Qualification Code': otherCode }, other);
  spoil(702, 'record-delete-value', { 'Delete?': 'yes' });
  spoil(760, 'record-formula', {
    Title: { formula: '=PROPER("evening session")', shows: 'Evening Session' },
  });
  spoil(845, 'record-formula-text', {
    'Other Information': '=HYPERLINK("https://example.org/certificates/4471","certificate")',
  });
  const misspelt = find(907, carries);
  misspelt.cells['Qualification Code'] = `${String(misspelt.cells['Qualification Code']).toLowerCase()} `;
  misspelt.problems.push({ rule: 'code-spelling', group: 'record' });

  // A copied row in which only the date was changed afterwards.
  const original = find(1030, isEvent);
  const copy = find(1033, isEvent);
  copyInto(copy, original, 'Completion Date');
  for (const row of [original, copy]) row.problems.push({ rule: 'record-id-duplicate', group: 'copied' });

  // The same completion typed in twice: two ids, one person, code and date.
  const first = find(1300, carries);
  const again = find(1303, isEvent);
  copyInto(again, first, 'Record Id');
  for (const row of [first, again]) row.problems.push({ rule: 'record-duplicate', group: 'twice' });

  // What is no problem: rows flagged for deletion, and training that is booked but not done.
  for (let i = 0; i < 12; i++) find(60 + i * 31).cells['Delete?'] = 1;
  for (let i = 0; i < 10; i++) delete find(40 + i * 140).cells['Completion Date'];
}

/** Makes a row a copy of another but for one cell. */
function copyInto(row: SampleRow, from: SampleRow, keep: string): void {
  const kept = row.cells[keep];
  for (const heading of Object.keys(row.cells)) delete row.cells[heading];
  Object.assign(row.cells, from.cells, { [keep]: kept });
}
