import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fromClipboard, toClipboard } from './clipboard.ts';
import { Editor } from './editor.tsx';
import { follow } from './follow.ts';
import { GridRow, ROW, type RowHandlers } from './grid-row.tsx';
import { letters } from './letters.ts';
import { RowActions } from './row-actions.tsx';
import { useRows } from './rows.ts';
import { type Act, type Area, ask, type CellView, type SheetView } from './server.ts';

const HEAD = 46;
/** Rows drawn beyond each end of the window. */
const BEYOND = 5;
/** Rows fetched beyond it, so that those that run into sight are drawn once, with what they hold. */
const AHEAD = 100;

export function Grid({
  sheet,
  version,
  act,
  readOnly,
}: {
  sheet: SheetView;
  version: number;
  act: Act;
  readOnly: boolean;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [cursor, setCursor] = useState<Area>(sheet.selection ?? { row: 0, column: 0, rows: 1, columns: 1 });
  // An extended selection has a corner that stays and one that moves.
  const corners = useRef(cornersOf(cursor));
  const value = useRef<HTMLInputElement>(null);
  const frozen = Math.max(1, sheet.frozenRows);
  const hidden = useMemo(() => new Set(sheet.hiddenRows), [sheet.hiddenRows]);
  const shown = useMemo(() => {
    if (hidden.size === 0) return null;
    const rows: number[] = [];
    for (let row = frozen; row < sheet.rows; row++) if (!hidden.has(row)) rows.push(row);
    return rows;
  }, [hidden, sheet.rows, frozen]);
  const count = shown ? shown.length : sheet.rows - frozen;
  const rowAt = (i: number): number => (shown ? (shown[i] ?? 0) : i + frozen);
  const first = Math.max(0, Math.floor(top / ROW) - BEYOND);
  const last = Math.min(count - 1, Math.ceil((top + height) / ROW) + BEYOND);
  const body = useRows(sheet.id, version, {
    from: rowAt(first),
    to: rowAt(Math.max(first, last)),
    ahead: AHEAD,
    end: sheet.rows,
  });
  const head = useRows(sheet.id, version, { from: 0, to: frozen - 1, ahead: 0, end: frozen });
  const cellsOf = (row: number) => (row < frozen ? head : body)(row);
  const at = (row: number, column: number): CellView => cellsOf(row)?.[column] ?? {};
  const layout = JSON.stringify([sheet.columns, sheet.widths]);
  const widths = useMemo(
    () => Array.from({ length: sheet.columns }, (_, c) => sheet.widths[c] ?? 120),
    [layout],
  );
  const wide = HEAD + widths.reduce((sum, width) => sum + width, 0);

  useLayoutEffect(() => {
    const measure = (): void => setHeight(box.current?.clientHeight ?? 600);
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  // The script moved the selection (a row link): follow it.
  const moved = JSON.stringify(sheet.selection);
  useEffect(() => {
    if (sheet.selection && moved !== JSON.stringify(cursor)) {
      setCursor(sheet.selection);
      corners.current = cornersOf(sheet.selection);
      reveal(sheet.selection.row);
    }
  }, [moved]);

  function reveal(row: number): void {
    if (row < frozen || !box.current) return;
    const place = (shown ? shown.indexOf(row) : row - frozen) * ROW;
    const visible = box.current.clientHeight - (frozen + 1) * ROW;
    if (place < box.current.scrollTop) box.current.scrollTop = place;
    else if (place > box.current.scrollTop + visible - ROW) box.current.scrollTop = place - visible + 3 * ROW;
  }

  function select(row: number, column: number, extend = false): void {
    const moves = { row, column };
    const stays = extend ? corners.current.stays : moves;
    corners.current = { stays, moves };
    const next = {
      row: Math.min(stays.row, row),
      column: Math.min(stays.column, column),
      rows: Math.abs(row - stays.row) + 1,
      columns: Math.abs(column - stays.column) + 1,
    };
    setCursor(next);
    reveal(row);
    void ask('select', { sheet: sheet.id, ...next });
  }

  function move(rows: number, columns: number, extend = false): void {
    const from = extend ? corners.current.moves : cursor;
    let row = from.row + rows;
    while (hidden.has(row) && row > 0 && row < sheet.rows - 1) row += Math.sign(rows) || 1;
    select(
      Math.max(0, Math.min(sheet.rows - 1, row)),
      Math.max(0, Math.min(sheet.columns - 1, from.column + columns)),
      extend,
    );
  }

  /** Moves to the value bar, with the cell's own text or an empty field for a key that is being typed. */
  function edit(text: string): void {
    if (readOnly || !value.current) return;
    value.current.value = text;
    value.current.focus();
  }

  function type(row: number, column: number, values: string[][]): void {
    void act('type', { sheet: sheet.id, row, column, values });
    box.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== box.current) return;
    const page = Math.floor(height / ROW) - 2;
    const steps: Record<string, [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      Enter: [1, 0],
      PageDown: [page, 0],
      PageUp: [-page, 0],
      Home: [0, -sheet.columns],
      End: [0, sheet.columns],
    };
    const step = steps[event.key];
    const view = at(cursor.row, cursor.column);
    if ((event.ctrlKey || event.metaKey) && (event.key === 'Home' || event.key === 'End')) {
      event.preventDefault();
      select(event.key === 'Home' ? 0 : Math.max(0, sheet.used - 1), cursor.column);
    } else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'F2' || (event.key === 'Enter' && !event.shiftKey && !view.box)) {
      event.preventDefault();
      edit(view.raw ?? view.text ?? '');
    } else if (event.key === ' ' && view.box) {
      event.preventDefault();
      type(cursor.row, cursor.column, [[view.box.ticked ? view.box.off : view.box.on]]);
    } else if (step) {
      event.preventDefault();
      move(step[0], step[1], event.shiftKey && event.key.startsWith('Arrow'));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      type(
        cursor.row,
        cursor.column,
        Array.from({ length: cursor.rows }, () => new Array<string>(cursor.columns).fill('')),
      );
    } else if (event.key.length === 1) {
      // The field has the focus before the key is typed, so the key itself goes into it.
      edit('');
    }
  }

  function onPaste(event: ClipboardEvent): void {
    if (event.target !== box.current) return;
    const text = event.clipboardData?.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    type(cursor.row, cursor.column, fromClipboard(text));
  }

  function onCopy(event: ClipboardEvent): void {
    if (event.target !== box.current) return;
    const rows = Array.from({ length: cursor.rows }, (_, r) =>
      Array.from({ length: cursor.columns }, (_, c) => at(cursor.row + r, cursor.column + c).text ?? ''),
    );
    event.clipboardData?.setData('text/plain', toClipboard(rows));
    event.preventDefault();
  }

  const here = at(cursor.row, cursor.column);
  const inRows = (row: number): boolean => row >= cursor.row && row < cursor.row + cursor.rows;
  const inColumns = (column: number): boolean =>
    column >= cursor.column && column < cursor.column + cursor.columns;
  // The rows keep one object of handlers, which leads to what the newest drawing of the grid does.
  const latest = useRef<RowHandlers>(null);
  latest.current = { select, edit, type, follow: (address) => void follow(address, act) };
  const on = useMemo<RowHandlers>(
    () => ({
      select: (...to) => latest.current?.select(...to),
      edit: (text) => latest.current?.edit(text),
      type: (...what) => latest.current?.type(...what),
      follow: (address) => latest.current?.follow(address),
    }),
    [],
  );
  // Rows that leave at one end are drawn again at the other: new elements for each would take twice as long.
  const slots = Math.ceil(height / ROW) + 2 * BEYOND + 2;
  const inSight = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const line = (row: number, slot: number, top?: number) => (
    <GridRow
      key={slot}
      row={row}
      top={top}
      cells={cellsOf(row)}
      widths={widths}
      cursor={inRows(row) ? cursor : null}
      on={on}
    />
  );
  return (
    <>
      <div class="value-bar">
        <span class="address">
          {letters(cursor.column)}
          {cursor.row + 1}
        </span>
        <Editor
          input={value}
          sheet={sheet.id}
          row={cursor.row}
          column={cursor.column}
          value={here.raw ?? here.text ?? ''}
          choices={here.choices === true}
          readOnly={readOnly}
          onCancel={() => box.current?.focus()}
          onDone={(text, key) => {
            type(cursor.row, cursor.column, [[text]]);
            move(key === 'Enter' ? 1 : 0, key === 'Enter' ? 0 : 1);
          }}
          onLeave={(row, column, text) =>
            void act('type', { sheet: sheet.id, row, column, values: [[text]] })
          }
        />
        <RowActions sheet={sheet} cursor={cursor} act={act} readOnly={readOnly} />
      </div>
      <div
        ref={box}
        class="grid"
        role="grid"
        tabIndex={0}
        aria-label={`${sheet.name} sheet`}
        aria-rowcount={sheet.rows}
        aria-colcount={sheet.columns}
        aria-activedescendant={`c${cursor.row}-${cursor.column}`}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
      >
        <div
          class="canvas"
          style={{ width: `${wide}px`, height: `${(count + frozen + 1) * ROW}px` }}
          role="presentation"
        >
          <div class="frozen" style={{ width: `${wide}px` }} role="rowgroup">
            <div class="row letters" role="row" style={{ height: `${ROW}px` }}>
              <div class="row-head" role="columnheader">
                <span class="sr">Row</span>
              </div>
              {widths.map((width, column) => (
                <div
                  key={column}
                  class={inColumns(column) ? 'column-head on' : 'column-head'}
                  role="columnheader"
                  style={{ width: `${width}px` }}
                >
                  {letters(column)}
                </div>
              ))}
            </div>
            {Array.from({ length: frozen }, (_, row) => line(row, row))}
          </div>
          <div class="rows" role="rowgroup">
            {inSight.sort((a, b) => (a % slots) - (b % slots)).map((i) => line(rowAt(i), i % slots, i * ROW))}
          </div>
        </div>
      </div>
    </>
  );
}

function cornersOf({ row, column, rows, columns }: Area) {
  return { stays: { row, column }, moves: { row: row + rows - 1, column: column + columns - 1 } };
}
