import { useEffect, useState } from 'preact/hooks';
import type { FixInput, RunResult, ScreenName } from '../contract/api.ts';

/** A sub-step that replaces the panel. */
export type Step =
  | { is: 'fix'; input: FixInput; label: string }
  | { is: 'addCode' }
  | { is: 'rename'; code: string }
  | { is: 'merge'; code: string }
  | { is: 'deleteCode'; code: string }
  | { is: 'protect' }
  | { is: 'checklist'; run: string; message?: string }
  | { is: 'import'; from: File | string }
  | { is: 'export' }
  | { is: 'deleteFlagged' }
  | { is: 'addPathRecords'; path: string; title: string }
  | { is: 'activity' }
  | { is: 'undo'; run: string }
  | { is: 'done'; result: Outcome };

/** How a run ended; `kept` is what it left alone. */
export type Outcome = Pick<RunResult, 'message'> & Partial<RunResult>;

/** Where somebody is. A sidebar is one frame with one person before it, so there is one such place. */
interface Place {
  /** Null until a tab is chosen here: a menu item may have asked for one. */
  readonly tab: ScreenName | null;
  readonly step: Step | null;
  readonly said: Outcome | null;
  /** Steps left so far: what the tabs show is loaded again after each. */
  readonly returns: number;
}

let place: Place = { tab: null, step: null, said: null, returns: 0 };
let draw = (_: Place): void => {};

function go(change: Partial<Place>): void {
  place = { ...place, step: null, said: null, ...change };
  draw(place);
}

export const navigation = {
  /** Opens a step over the tab. */
  open: (step: Step): void => go({ step }),
  /** Another tab; what a step may have changed is loaded again. */
  select: (tab: ScreenName): void => go({ tab, returns: place.returns + (place.step ? 1 : 0) }),
  /** Back to the tab, its heading first. */
  back(): void {
    go({ returns: place.returns + 1 });
    focusTab();
  },
  /** Back to the tab with the outcome of a run, and its Undo. */
  finish(result: Outcome): void {
    if (result.kept?.length) go({ step: { is: 'done', result } });
    else go({ said: result, returns: place.returns + 1 });
  },
  /** Says something in passing; the screen stays. */
  say: (message: string): void => go({ step: place.step, said: { message } }),
  silence(): void {
    go({ step: place.step });
    focusTab();
  },
};

export function usePlace(): Place {
  const [now, setNow] = useState(place);
  useEffect(() => {
    draw = setNow;
  }, []);
  return now;
}

/** After what had the focus is gone: the heading of what stands there now. */
function focusTab(): void {
  setTimeout(() => document.querySelector<HTMLElement>('#panel h1')?.focus());
}
