import { useState } from 'preact/hooks';
import type { State } from './server.ts';

/** `byPointer`: by a click, not by a key, which leaves the focus on the tab. */
export function Tabs({
  state,
  onSelect,
}: {
  state: State;
  onSelect: (id: number, byPointer: boolean) => void;
}) {
  const [all, setAll] = useState(false);
  const hidden = state.sheets.filter((sheet) => sheet.hidden).length;
  const shown = state.sheets.filter((sheet) => all || !sheet.hidden);
  return (
    <nav class="sheet-tabs" aria-label="Sheets">
      {shown.map((sheet) => (
        <button
          key={sheet.id}
          type="button"
          aria-current={sheet.id === state.active ? 'page' : undefined}
          class={sheet.hidden ? 'hidden-sheet' : undefined}
          onClick={(event) => onSelect(sheet.id, event.detail > 0)}
        >
          {sheet.name}
        </button>
      ))}
      {hidden > 0 ? (
        <button type="button" class="quiet" onClick={() => setAll(!all)}>
          {all ? 'Hide hidden sheets' : `Show ${hidden} hidden`}
        </button>
      ) : null}
    </nav>
  );
}
