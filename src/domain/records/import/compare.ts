import { type Cell, cellText, dayText } from '../../cell.ts';
import { flagProblem, isFlagged } from '../../usage.ts';

/**
 * A cell, or a file's text, in the form in which the two are compared and in which exports are remembered: outer spaces of
 * ids, names and codes do not count, 0 is no id, and a flag is a flag however it is written.
 */
export function comparable(field: string, cell: Cell): string {
  switch (field) {
    case 'delete':
      return isFlagged(cell) ? '1' : flagProblem(cell) ? cellText(cell) : '';
    case 'completionDate':
      return dayText(cell).trim();
    case 'recordId':
    case 'objectId': {
      const id = cellText(cell).trim();
      return id === '0' ? '' : id;
    }
    case 'name':
    case 'recordType':
    case 'code':
      return cellText(cell).trim();
    default:
      return cellText(cell);
  }
}
