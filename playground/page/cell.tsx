import type { CellView } from './server.ts';

/** One cell: text as people see it, a checkbox, a link, a corner for a note. */
export function Cell({
  id,
  view,
  width,
  room,
  chosen,
  active,
  onSelect,
  onEdit,
  onTick,
  onLink,
}: {
  id: string;
  view: CellView;
  width: number;
  /** How far the text may run beyond the cell. */
  room: number;
  chosen: boolean;
  active: boolean;
  onSelect: (extend: boolean) => void;
  onEdit: (text: string) => void;
  onTick: (text: string) => void;
  onLink: (address: string) => void;
}) {
  const { text = '', note, box, link, background, color, bold, italic, number, choices, invalid } = view;
  const classes = [
    'cell',
    chosen && 'chosen',
    active && 'active',
    number && 'number',
    choices && 'choices',
    invalid && 'invalid',
    note && 'noted',
    room > width && 'spilling',
  ];
  const style = {
    width: `${width}px`,
    ...(background && !chosen ? { background } : {}),
    ...(color ? { color } : {}),
    ...(bold ? { fontWeight: 600 } : {}),
    ...(italic ? { fontStyle: 'italic' } : {}),
  };
  return (
    <div
      id={id}
      class={classes.filter(Boolean).join(' ')}
      role="gridcell"
      aria-selected={chosen}
      style={style}
      title={invalid ? `${text} is not one of the choices${note ? `\n${note}` : ''}` : note}
      onMouseDown={(event) => onSelect(event.shiftKey)}
      onDblClick={() => onEdit(view.raw ?? text)}
    >
      {box ? (
        <input
          type="checkbox"
          tabIndex={-1}
          checked={box.ticked}
          aria-label={box.ticked ? 'Ticked' : 'Not ticked'}
          onClick={(event) => {
            // The browser would tick it at once; it is ticked when the sheet says so, which may refuse.
            event.preventDefault();
            onTick(box.ticked ? box.off : box.on);
          }}
        />
      ) : link ? (
        <button type="button" class="cell-link" tabIndex={-1} onClick={() => onLink(link)}>
          {text}
        </button>
      ) : room > width ? (
        <span class="spill" style={{ width: `${room - 8}px` }}>
          {text}
        </span>
      ) : (
        text
      )}
    </div>
  );
}
