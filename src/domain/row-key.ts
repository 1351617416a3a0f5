import { textOf } from './cell.ts';
import type { SheetKey } from './layout.ts';
import { cellsOf, type Table } from './workbook.ts';

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
  const id = texts(table, index, OWN_ID[table.sheet], except);
  return tells(table.sheet, id) ? `#${id.join('\u001f')}` : contentKey(table, index, except);
}

/** Either half of a path row's id tells it; of the others only the last, and no record is told by the `0` of a new one. */
function tells(sheet: SheetKey, id: readonly string[]): boolean {
  if (sheet === 'paths') return id.some((text) => text !== '');
  const last = id[id.length - 1] ?? '';
  return last !== '' && !(sheet === 'records' && last === '0');
}

/** The key of a row in which nothing stands. */
export const isBlankKey = (key: string): boolean => key.split('\u001f').join('') === '~';

/** The rest of a row's text. */
function contentKey<S extends SheetKey>(table: Table<S>, index: number, except?: string): string {
  return `~${texts(table, index, OTHERWISE[table.sheet], except).join('\u001f')}`;
}

/**
 * All that was read of a row but one field: it tells rows apart that share a key. Used In is the add-on's own. `as`: the
 * columns of another reading of the sheet.
 */
export function otherText<S extends SheetKey>(
  table: Table<S>,
  index: number,
  except: string,
  as: Table<S> = table,
): string {
  const fields = Object.keys(as.cells).filter((field) => field !== 'usedIn');
  return texts(table, index, fields, except).join('\u001f');
}

function texts<S extends SheetKey>(
  table: Table<S>,
  index: number,
  fields: readonly string[],
  except: string | undefined,
): string[] {
  const found: string[] = [];
  for (const field of fields) if (field !== except) found.push(textOf(cellsOf(table, field), index).trim());
  return found;
}
