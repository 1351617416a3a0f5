import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FixInput, ScreenName } from '../contract/api.ts';

/** A sub-step that replaces the panel. */
export type Step =
  | { is: 'fix'; input: FixInput; label: string }
  | { is: 'addCode' }
  | { is: 'rename'; code: string }
  | { is: 'merge'; code: string }
  | { is: 'deleteCode'; code: string }
  | { is: 'protect' }
  | { is: 'checklist'; run: string; message?: string }
  | { is: 'import' }
  | { is: 'export' }
  | { is: 'deleteFlagged' }
  | { is: 'addPathRecords'; path: string; title: string }
  | { is: 'activity' }
  | { is: 'undo'; run: string }
  | { is: 'done'; message: string; kept: string[]; run: string | null };

export interface Navigation {
  readonly tab: ScreenName;
  /** Opens a step over the tab. */
  open(step: Step): void;
  /** Back to the tab; what it shows is loaded again. */
  back(): void;
  select(tab: ScreenName): void;
}

export const NavigationContext = createContext<Navigation>({
  tab: 'overview',
  open() {},
  back() {},
  select() {},
});

export function useNavigation(): Navigation {
  return useContext(NavigationContext);
}
