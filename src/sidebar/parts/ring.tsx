import type { ProgressView } from '../../contract/api.ts';
import { grouped, many } from '../words.ts';

const AROUND = 2 * Math.PI * 26;

/** How much of a path is done, as a ring and in words. */
export function Ring({ counts }: { counts: ProgressView['counts'] }) {
  const { people, finished, inProgress, percent } = counts;
  const circle = { cx: 32, cy: 32, r: 26, fill: 'none', 'stroke-width': 8 };
  return (
    <section class="card ring-card">
      <svg
        class="ring"
        viewBox="0 0 64 64"
        width="64"
        height="64"
        role="img"
        aria-label={`${percent} percent of all steps done`}
      >
        <circle {...circle} class="ring-rest" />
        <circle
          {...circle}
          class="ring-done"
          stroke-dasharray={`${(AROUND * percent) / 100} ${AROUND}`}
          transform="rotate(-90 32 32)"
        />
        <text x="32" y="37" text-anchor="middle">
          {percent}%
        </text>
      </svg>
      <div>
        <strong>{many(people, 'person', 'people')}</strong>
        <p class="quiet">
          {grouped(finished)} finished, {grouped(inProgress)} in progress
        </p>
      </div>
    </section>
  );
}
