import type { ComponentChildren } from 'preact';

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  /** One primary per screen at most; `danger` is the red of a deletion. */
  kind?: 'primary' | 'secondary' | 'danger' | 'text';
  disabled?: boolean;
  busy?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  describedBy?: string | undefined;
}

export function Button({
  children,
  onClick,
  kind = 'secondary',
  disabled,
  busy,
  pressed,
  expanded,
  describedBy,
}: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind}`}
      onClick={onClick}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  );
}
