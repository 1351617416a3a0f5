import { useState } from 'preact/hooks';

const TASKS = [
  ['Check the sheets', 'The sample holds some 50 problems. Look at one, and let it be fixed.', 'checkSheets'],
  [
    'Find or rename a code',
    'Open a code to see where it is used, then rename it and work through the checklist.',
    'findCode',
  ],
  [
    'Delete flagged records',
    'A dozen records have Delete? ticked. Review them, delete them, undo it.',
    'deleteFlaggedRecords',
  ],
] as const;

/** Three first tasks for somebody who opens the sample; gone for good once it is closed. */
export function Guide({ onRun }: { onRun: (functionName: string) => void }) {
  const [open, setOpen] = useState(localStorage.getItem('guide') !== 'closed');
  if (!open) return null;
  const close = (): void => {
    localStorage.setItem('guide', 'closed');
    setOpen(false);
  };
  return (
    <aside class="guide" aria-label="First tasks">
      <h2>Try three things</h2>
      <ol>
        {TASKS.map(([title, words, functionName]) => (
          <li key={title}>
            <button type="button" class="guide-task" onClick={() => onRun(functionName)}>
              {title}
            </button>
            <p>{words}</p>
          </li>
        ))}
      </ol>
      <button type="button" class="guide-close" onClick={close}>
        Close
      </button>
    </aside>
  );
}
