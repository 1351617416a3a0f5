import { letters } from './letters.ts';
import type { Act, Area, SheetView } from './server.ts';

/** What people do to whole rows, beside the value bar. */
export function RowActions({
  sheet,
  cursor,
  act,
  readOnly,
}: {
  sheet: SheetView;
  cursor: Area;
  act: Act;
  readOnly: boolean;
}) {
  const input = { sheet: sheet.id, row: cursor.row, count: cursor.rows };
  const below = cursor.row >= Math.max(1, sheet.frozenRows);
  return (
    <div class="row-actions">
      <button
        type="button"
        disabled={readOnly || !below}
        onClick={() => void act('insertRows', { ...input, count: 1 })}
      >
        Insert row
      </button>
      <button type="button" disabled={readOnly || !below} onClick={() => void act('deleteRows', input)}>
        Delete {cursor.rows === 1 ? 'row' : `${cursor.rows} rows`}
      </button>
      <button
        type="button"
        disabled={readOnly}
        onClick={() => void act('sort', { sheet: sheet.id, column: cursor.column, ascending: true })}
      >
        Sort by {letters(cursor.column)}
      </button>
    </div>
  );
}
