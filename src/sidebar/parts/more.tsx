import { grouped } from '../words.ts';
import { Button } from './button.tsx';

/** As many rows of a long list as are shown at a time. */
export const PAGE = 50;

/** The next of a long list, where there are more. */
export function More({ left, busy, onMore }: { left: number; busy?: boolean; onMore: () => void }) {
  return left > 0 ? (
    <Button kind="text" busy={busy ?? false} onClick={onMore}>
      Show {grouped(Math.min(PAGE, left))} more
    </Button>
  ) : null;
}

/** How many of a list are not shown at all. */
export function Rest({ left }: { left: number }) {
  return left > 0 ? <p class="quiet">And {grouped(left)} more.</p> : null;
}
