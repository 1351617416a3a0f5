/** Strokes on a 24 px square; `.01` closes a circle that an arc alone cannot draw. */
const PATHS = {
  error: 'M12 3a9 9 0 1 0 .01 0M12 7v6m0 2v2',
  warning: 'M12 4 2.5 20h19zM12 9.5v5m0 1.5v2',
  ok: 'M4 12l5.5 6L20 6',
  back: 'M15 6l-6 6 6 6',
  down: 'M6 9l6 6 6-6',
  clock: 'M12 3a9 9 0 1 0 .01 0M12 7v5.5l3.5 2',
  search: 'M10 4a6 6 0 1 0 .01 0M14.5 14.5 20 20',
  file: 'M6 3h8l4 4v14H6zM14 3v4.5h4',
  pencil: 'M4 20v-4L16 4l4 4L8 20z',
  upload: 'M5 20h14M12 16V4M6.5 9.5 12 4l5.5 5.5',
  close: 'M6 6l12 12M18 6 6 18',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: what an icon says is always said in words beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="2" />
    </svg>
  );
}
