import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ScreenName } from '../contract/api.ts';
import { navigation, type Step, usePlace } from './navigation.ts';
import { Button } from './parts/button.tsx';
import { Notice, Screen, TabHeading } from './parts/layout.tsx';
import { Toast } from './parts/outcome.tsx';
import { ActivityScreen } from './screens/activity.tsx';
import { AddCodeScreen } from './screens/add-code.tsx';
import { ChecklistScreen } from './screens/checklist.tsx';
import { CodesScreen } from './screens/codes.tsx';
import { AddPathRecordsScreen, FixScreen, UndoScreen } from './screens/confirm.tsx';
import { DeleteCodeScreen } from './screens/delete-code.tsx';
import { DeleteFlaggedScreen } from './screens/delete-flagged.tsx';
import { DoneScreen } from './screens/done.tsx';
import { ExportScreen } from './screens/export.tsx';
import { ImportScreen } from './screens/import.tsx';
import { MergeScreen } from './screens/merge.tsx';
import { OverviewScreen } from './screens/overview.tsx';
import { ProgressScreen } from './screens/progress.tsx';
import { ProtectScreen } from './screens/protect.tsx';
import { RecordsScreen } from './screens/records.tsx';
import { RenameScreen } from './screens/rename.tsx';
import { everReached } from './server.ts';
import { useAnswer } from './use-answer.ts';

const TABS: readonly (readonly [ScreenName, string])[] = [
  ['overview', 'Overview'],
  ['codes', 'Codes'],
  ['records', 'Records'],
  ['progress', 'Progress'],
];

/** Each step's screen takes what the step holds. */
const SCREENS: { [S in Step['is']]: ComponentType<Omit<Extract<Step, { is: S }>, 'is'>> } = {
  fix: FixScreen,
  addCode: AddCodeScreen,
  rename: RenameScreen,
  merge: MergeScreen,
  deleteCode: DeleteCodeScreen,
  protect: ProtectScreen,
  checklist: ChecklistScreen,
  import: ImportScreen,
  export: ExportScreen,
  deleteFlagged: DeleteFlaggedScreen,
  addPathRecords: AddPathRecordsScreen,
  activity: ActivityScreen,
  undo: UndoScreen,
  done: DoneScreen,
};

export function App() {
  const overview = useAnswer('overview', {});
  const { tab: chosen, step, said, returns } = usePlace();
  // A menu item's screen is told once: it must last when the overview is loaded again.
  const asked = useRef<ScreenName | null>(null);
  asked.current ??= overview.value?.screen ?? null;
  const tab = chosen ?? asked.current ?? 'overview';
  useEffect(() => {
    if (returns > 0) overview.reload();
  }, [returns]);
  const StepScreen = step && (SCREENS[step.is] as ComponentType<Step>);
  return (
    <>
      <Tabs tab={tab} onSelect={navigation.select} />
      <div class="panel" id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {said ? <Toast said={said} /> : null}
        {overview.error?.lost && !everReached() ? (
          <TwoAccounts onRetry={overview.reload} busy={overview.busy} />
        ) : StepScreen ? (
          <StepScreen {...step} />
        ) : tab === 'overview' ? (
          <OverviewScreen overview={overview} />
        ) : tab === 'codes' ? (
          <CodesScreen />
        ) : tab === 'records' ? (
          <RecordsScreen overview={overview} />
        ) : (
          <ProgressScreen />
        )}
      </div>
    </>
  );
}

/** Roving tab index: one stop for the Tab key, arrows move between the tabs. */
function Tabs({ tab, onSelect }: { tab: ScreenName; onSelect: (tab: ScreenName) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = TABS.findIndex(([name]) => name === tab);
    const on = getComputedStyle(list.current as Element).direction === 'rtl' ? -1 : 1;
    const by = { ArrowRight: on, ArrowLeft: -on, Home: -at, End: TABS.length - 1 - at }[event.key];
    const next = by === undefined ? undefined : TABS[(at + by + TABS.length) % TABS.length];
    if (!next) return;
    const [name] = next;
    event.preventDefault();
    onSelect(name);
    list.current?.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Qualification Codes" ref={list} onKeyDown={move}>
      {TABS.map(([name, title]) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === tab}
          aria-controls="panel"
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onSelect(name)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

/** The commonest failure of every add-on: Google gives the frame another account than the sheet. */
function TwoAccounts({ onRetry, busy }: { onRetry: () => void; busy: boolean }) {
  return (
    <Screen>
      <TabHeading title="Qualification Codes" />
      <Notice tone="error" title="Signed in to two accounts">
        <p>
          Google gave this sidebar the other account. Open the sheet in a window with only one account signed
          in. Nothing was changed.
        </p>
        <Button onClick={onRetry} busy={busy}>
          Try again
        </Button>
      </Notice>
    </Screen>
  );
}
