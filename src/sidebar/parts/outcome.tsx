import { useEffect, useRef } from 'preact/hooks';
import { navigation, type Outcome } from '../navigation.ts';
import type { Loading as State } from '../use-answer.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Loading, Notice } from './layout.tsx';

/** What went wrong, and the way on; nothing while nothing is wrong. */
export function Failure({
  message,
  again = 'Try again',
  onAgain,
}: {
  message: string | null | undefined;
  again?: string;
  onAgain?: () => void;
}) {
  return message ? (
    <Notice tone="error" title={message}>
      {onAgain ? (
        <Button kind="text" onClick={onAgain}>
          {again}
        </Button>
      ) : null}
    </Notice>
  ) : null;
}

/** While an answer is on its way, and when it did not come. */
export function Waiting({ answer, what }: { answer: State<unknown>; what: string }) {
  const { value, error, reload } = answer;
  if (error) return <Failure message={error.message} onAgain={reload} />;
  return value ? null : <Loading what={what} />;
}

/** The outcome of a run on the tab it came from. It stays until it is closed or something else begins. */
export function Toast({ said }: { said: Outcome }) {
  const box = useRef<HTMLDivElement>(null);
  const { message, run, canUndo } = said;
  // The screen of the run is gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, [said]);
  return (
    <div class="toast" role="status" tabIndex={-1} ref={box}>
      <span>{message}</span>
      {canUndo && run ? (
        <button type="button" onClick={() => navigation.open({ is: 'undo', run })}>
          Undo
        </button>
      ) : null}
      <button type="button" aria-label="Close" onClick={navigation.silence}>
        <Icon name="close" />
      </button>
    </div>
  );
}
