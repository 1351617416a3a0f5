import type { Preview } from '../../contract/api.ts';
import { many } from '../words.ts';
import { FromTo } from './from-to.tsx';
import { Rest } from './more.tsx';
import { RowLink } from './row-link.tsx';

/** A few changes stand open; more are folded away until somebody wants them. */
const FEW = 3;

/** Before and after, cell by cell. */
export function ChangeList({ preview }: { preview: Preview }) {
  const { changes, edits } = preview;
  if (changes.length === 0) return null;
  return (
    <details class="changes" open={changes.length <= FEW}>
      <summary>{many(edits, 'cell')}, before and after</summary>
      <ul class="rows">
        {changes.map((change) => (
          <li key={`${change.link.label} ${change.heading}`}>
            <FromTo from={change.before || '(blank)'} to={change.after || '(blank)'} />
            <div class="row-detail">
              {change.heading} <RowLink to={change.link} />
            </div>
          </li>
        ))}
      </ul>
      <Rest left={edits - changes.length} />
    </details>
  );
}
