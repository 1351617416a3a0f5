import type { UsePlace } from '../../contract/api.ts';
import { grouped } from '../words.ts';
import { RowLink } from './row-link.tsx';

/** Where a code is used, place by place. */
export function Places({ places }: { places: UsePlace[] }) {
  return (
    <ul class="places">
      {places.map(({ title, detail, link }) => (
        <li key={link.label}>
          <RowLink to={link}>{title || detail}</RowLink>
          <span class="quiet">row {grouped(link.row)}</span>
        </li>
      ))}
    </ul>
  );
}
