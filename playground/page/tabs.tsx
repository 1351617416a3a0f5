import { useState } from 'preact/hooks';
import type { State } from './server.ts';

export function Tabs({ state, onSelect }: { state: State; onSelect: (id: number) => void }) {
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
          onClick={() => onSelect(sheet.id)}
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
