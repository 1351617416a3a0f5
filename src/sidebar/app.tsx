import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ScreenName } from '../contract/api.ts';
import { type Navigation, NavigationContext, type Step } from './navigation.ts';
import { Button } from './parts/button.tsx';
import { Notice, Screen } from './parts/layout.tsx';
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
import { OverviewScreen } from './screens/overview.tsx';
import { ProgressScreen } from './screens/progress.tsx';
import { ProtectScreen } from './screens/protect.tsx';
import { RecordsScreen } from './screens/records.tsx';
import { MergeScreen, RenameScreen } from './screens/rename.tsx';
import { everReached } from './server.ts';
import { useAnswer } from './use-answer.ts';

const TABS: readonly (readonly [ScreenName, string])[] = [
  ['overview', 'Overview'],
  ['codes', 'Codes'],
  ['records', 'Records'],
  ['progress', 'Progress'],
];

export function App() {
  const overview = useAnswer('overview', {});
  const [chosen, setChosen] = useState<ScreenName | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  const asked = overview.value?.screen ?? null;
  // A menu item's screen is told once: it must last when the overview is loaded again.
  useEffect(() => {
    if (asked) setChosen((now) => now ?? asked);
  }, [asked]);
  const tab = chosen ?? asked ?? 'overview';
  const navigation = useMemo<Navigation>(
    () => ({
      tab,
      open: setStep,
      back: () => {
        setStep(null);
        overview.reload();
      },
      select: (next) => {
        setStep(null);
        setChosen(next);
      },
    }),
    [tab, overview.reload],
  );
  const cutOff = overview.error?.lost === true && !everReached();
  return (
    <NavigationContext.Provider value={navigation}>
      <Tabs tab={tab} onSelect={navigation.select} />
      <div class="panel" id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {cutOff ? (
          <TwoAccounts onRetry={overview.reload} busy={overview.busy} />
        ) : step ? (
          <StepScreen step={step} />
        ) : tab === 'overview' ? (
          <OverviewScreen overview={overview} />
        ) : tab === 'codes' ? (
          <CodesScreen />
        ) : tab === 'records' ? (
          <RecordsScreen />
        ) : (
          <ProgressScreen />
        )}
      </div>
    </NavigationContext.Provider>
  );
}

/** The return type makes the compiler name a step without a screen. */
function StepScreen({ step }: { step: Step }): JSX.Element {
  switch (step.is) {
    case 'fix':
      return <FixScreen input={step.input} label={step.label} />;
    case 'addCode':
      return <AddCodeScreen />;
    case 'rename':
      return <RenameScreen code={step.code} />;
    case 'merge':
      return <MergeScreen code={step.code} />;
    case 'deleteCode':
      return <DeleteCodeScreen code={step.code} />;
    case 'protect':
      return <ProtectScreen />;
    case 'checklist':
      return (
        <ChecklistScreen run={step.run} {...(step.message === undefined ? {} : { message: step.message })} />
      );
    case 'import':
      return <ImportScreen />;
    case 'export':
      return <ExportScreen />;
    case 'deleteFlagged':
      return <DeleteFlaggedScreen />;
    case 'addPathRecords':
      return <AddPathRecordsScreen path={step.path} title={step.title} />;
    case 'activity':
      return <ActivityScreen />;
    case 'undo':
      return <UndoScreen run={step.run} />;
    case 'done':
      return <DoneScreen message={step.message} kept={step.kept} run={step.run} />;
  }
}

/** Roving tab index: one stop for the Tab key, arrows move between the tabs. */
function Tabs({ tab, onSelect }: { tab: ScreenName; onSelect: (tab: ScreenName) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = TABS.findIndex(([name]) => name === tab);
    const rtl = getComputedStyle(list.current as Element).direction === 'rtl';
    const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? TABS.length - 1
          : by
            ? (at + by + TABS.length) % TABS.length
            : -1;
    const name = TABS[next]?.[0];
    if (name === undefined) return;
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
      <h1 class="hidden">Qualification Codes</h1>
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
