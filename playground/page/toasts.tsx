import { useEffect, useState } from 'preact/hooks';
import type { State } from './server.ts';

/** More would cover the sheet. */
const AT_ONCE = 2;

/** What the script says in passing; each toast goes by itself, or when it is closed. */
export function Toasts({ toasts }: { toasts: State['toasts'] }) {
  const [gone, setGone] = useState<number>(toasts.at(-1)?.id ?? 0);
  const shown = toasts.filter((toast) => toast.id > gone).slice(-AT_ONCE);
  const last = shown.at(-1);
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => setGone(last.id), last.seconds * 1000);
    return () => clearTimeout(timer);
  }, [last?.id]);
  return (
    <div class="toasts" role="status">
      {shown.map((toast) => (
        <div key={toast.id} class="toast">
          <div>
            <strong>{toast.title}</strong>
            <p>{toast.message}</p>
          </div>
          <button type="button" aria-label="Close" onClick={() => setGone(toast.id)}>
            {'\u2715'}
          </button>
        </div>
      ))}
    </div>
  );
}
