import { useState } from 'preact/hooks';
import type { State } from './server.ts';

/** Done is a task when Activity has a run of its kind. */
const TASKS = [
  {
    kind: 'fix',
    title: 'Check the sheets, fix a problem',
    words: 'The sample holds some 50 problems. Press the fix below one, look at the preview, and confirm it.',
    functionName: 'checkSheets',
  },
  {
    kind: 'rename',
    title: 'Rename a code',
    words:
      'Find a code, CPR perhaps, and open it: you see where it is used. Rename it, then tick the checklist.',
    functionName: 'findCode',
  },
  {
    kind: 'deleteFlagged',
    title: 'Delete flagged records',
    words: 'A dozen records have Delete? ticked. Review them, delete them, and press Undo.',
    functionName: 'deleteFlaggedRecords',
  },
] as const;

/** Leads somebody who opened the sample through three first tasks; gone for good once it is closed. */
export function Guide({ done, onRun }: { done: State['done']; onRun: (functionName: string) => void }) {
  const [open, setOpen] = useState(localStorage.getItem('guide') !== 'closed');
  if (!open) return null;
  const close = (): void => {
    localStorage.setItem('guide', 'closed');
    setOpen(false);
  };
  const next = TASKS.find(({ kind }) => !done.includes(kind));
  return (
    <aside class="guide" aria-label="First tasks">
      <h2>{next ? 'Try three things' : 'That was all three'}</h2>
      <ol>
        {TASKS.map((task) => (
          <li key={task.kind} class={done.includes(task.kind) ? 'done' : undefined}>
            <span>
              {task.title}
              {done.includes(task.kind) ? <span class="sr"> (done)</span> : null}
            </span>
            {task === next ? (
              <>
                <p>{task.words}</p>
                <button type="button" class="start" onClick={() => onRun(task.functionName)}>
                  Start
                </button>
              </>
            ) : null}
          </li>
        ))}
      </ol>
      {next ? null : <p>Activity in the sidebar can undo each. For a file of your own: File, Open .xlsx.</p>}
      <button type="button" class="guide-close" onClick={close}>
        Close
      </button>
    </aside>
  );
}
