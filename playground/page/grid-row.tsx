import { Component } from 'preact';
import { Cell } from './cell.tsx';
import type { Area, CellView, RowView } from './server.ts';
import { roomFor } from './spill.ts';

export const ROW = 22;

/** What people do to a cell of a row. */
export interface RowHandlers {
  select(row: number, column: number, extend?: boolean): void;
  edit(text: string): void;
  type(row: number, column: number, values: string[][]): void;
  follow(address: string): void;
}

interface Props {
  row: number;
  /** Pixels from the top of all rows; frozen rows need none. */
  top: number | undefined;
  cells: RowView['cells'] | undefined;
  widths: readonly number[];
  /** The selection, if it touches this row. */
  cursor: Area | null;
  on: RowHandlers;
}

const NOTHING: CellView = {};

/** One row. While the sheet scrolls, rows that stay in sight are not drawn again: that is what keeps it smooth. */
export class GridRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const now = this.props;
    return (['row', 'top', 'cells', 'widths', 'cursor'] as const).some((each) => next[each] !== now[each]);
  }

  override render() {
    const { row, top, cells, widths, cursor, on } = this.props;
    const at = (column: number): CellView => cells?.[column] ?? NOTHING;
    const inside = (column: number): boolean =>
      cursor !== null && column >= cursor.column && column < cursor.column + cursor.columns;
    return (
      <div
        class="row"
        role="row"
        aria-rowindex={row + 1}
        style={{ height: `${ROW}px`, top: top === undefined ? undefined : `${top}px` }}
      >
        <div class={cursor ? 'row-head on' : 'row-head'} role="rowheader" onClick={() => on.select(row, 0)}>
          {row + 1}
        </div>
        {widths.map((width, column) => (
          <Cell
            key={column}
            id={`c${row}-${column}`}
            view={at(column)}
            width={width}
            room={roomFor(column, widths, at)}
            chosen={inside(column)}
            active={row === cursor?.row && column === cursor.column}
            onSelect={(extend) => on.select(row, column, extend)}
            onEdit={on.edit}
            onTick={(text) => on.type(row, column, [[text]])}
            onLink={on.follow}
          />
        ))}
      </div>
    );
  }
}
