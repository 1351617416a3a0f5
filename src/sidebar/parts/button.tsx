import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  /** One primary per screen at most; `danger` is the red of a deletion. */
  kind?: 'primary' | 'secondary' | 'danger' | 'text';
  disabled?: boolean;
  busy?: boolean;
  describedBy?: string | undefined;
}

export function Button({ children, onClick, kind = 'secondary', disabled, busy, describedBy }: ButtonProps) {
  const own = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  // A button that is off loses the focus: who pressed it finds it there again when it is on.
  useEffect(() => {
    if (busy || !pressed.current) return;
    pressed.current = false;
    if (document.activeElement === document.body) own.current?.focus();
  }, [busy]);
  return (
    <button
      ref={own}
      type="button"
      class={`button ${kind}`}
      onClick={() => {
        pressed.current = true;
        onClick();
      }}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  );
}
