import { type Cell, cellText } from './cell.ts';
import type { SheetKey } from './layout.ts';
import type { Table } from './workbook.ts';

const OWN_ID: Record<SheetKey, readonly string[]> = {
  codes: ['code'],
  content: ['type', 'objectId'],
  paths: ['pathId', 'step'],
  records: ['recordId'],
};

const OTHERWISE: Record<SheetKey, readonly string[]> = {
  codes: ['description'],
  content: ['title', 'owner'],
  paths: ['title'],
  records: [
    'name',
    'recordType',
    'objectId',
    'title',
    'completionDate',
    'trainingProvider',
    'otherInformation',
    'code',
  ],
};

/**
 * What tells a row again after people sort, insert or edit other cells: its own id, or the rest of its text where it
 * has none (a record with id blank or `0`). The field about to be edited never counts.
 */
export function rowKey<S extends SheetKey>(table: Table<S>, index: number, except?: string): string {
  const cells = table.cells as Readonly<Record<string, readonly Cell[] | undefined>>;
  const text = (field: string): string => {
    const cell = cells[field]?.[index];
    return cell === undefined ? '' : cellText(cell).trim();
  };
  const own = OWN_ID[table.sheet].filter((field) => field !== except);
  const id = own.map(text);
  const last = id[id.length - 1] ?? '';
  if (last !== '' && !(table.sheet === 'records' && last === '0')) return `#${id.join('\u001f')}`;
  if (table.sheet === 'paths' && (id[0] ?? '') !== '') return `#${id.join('\u001f')}`;
  return `~${OTHERWISE[table.sheet]
    .filter((field) => field !== except)
    .map(text)
    .join('\u001f')}`;
}
