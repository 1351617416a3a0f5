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
  const texts = (fields: readonly string[]): string[] => {
    const found: string[] = [];
    for (const field of fields) {
      if (field === except) continue;
      const cell = cells[field]?.[index];
      found.push(cell === undefined ? '' : cellText(cell).trim());
    }
    return found;
  };
  const id = texts(OWN_ID[table.sheet]);
  const last = id[id.length - 1] ?? '';
  const tells =
    table.sheet === 'paths'
      ? last !== '' || (id[0] ?? '') !== ''
      : last !== '' && !(table.sheet === 'records' && last === '0');
  return tells ? `#${id.join('\u001f')}` : `~${texts(OTHERWISE[table.sheet]).join('\u001f')}`;
}
