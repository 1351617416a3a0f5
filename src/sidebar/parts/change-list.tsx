import type { Preview } from '../../contract/api.ts';
import { grouped, many } from '../words.ts';
import { RowLink } from './row-link.tsx';

/** Before and after, cell by cell, folded away until somebody wants it. */
export function ChangeList({ preview }: { preview: Preview }) {
  const { changes, edits } = preview;
  if (changes.length === 0) return null;
  return (
    <details class="changes">
      <summary>{many(edits, 'cell')}, before and after</summary>
      <ul class="rows">
        {changes.map((change) => (
          <li key={`${change.link.label} ${change.heading}`}>
            <div class="row-main">
              <span class="code">{change.before === '' ? '(blank)' : change.before}</span>
              <span class="arrow"> becomes </span>
              <span class="code">{change.after === '' ? '(blank)' : change.after}</span>
            </div>
            <div class="row-detail">
              {change.heading} <RowLink to={change.link} />
            </div>
          </li>
        ))}
      </ul>
      {edits > changes.length ? <p class="quiet">And {grouped(edits - changes.length)} more.</p> : null}
    </details>
  );
}
