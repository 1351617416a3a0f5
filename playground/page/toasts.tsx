import { useEffect, useState } from 'preact/hooks';
import type { State } from './server.ts';

/** What the script says in passing; each toast goes by itself, or when it is closed. */
export function Toasts({ toasts }: { toasts: State['toasts'] }) {
  const [gone, setGone] = useState<number>(toasts.at(-1)?.id ?? 0);
  const shown = toasts.filter((toast) => toast.id > gone);
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
          <strong>{toast.title}</strong>
          <p>{toast.message}</p>
          <button type="button" onClick={() => setGone(toast.id)}>
            Close
          </button>
        </div>
      ))}
    </div>
  );
}
