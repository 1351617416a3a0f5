import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Charts } from './charts.tsx';
import { Grid } from './grid.tsx';
import { Guide } from './guide.tsx';
import { MenuBar } from './menu-bar.tsx';
import { ask, downloadBook, NoAnswer, type State, upload } from './server.ts';
import { SidebarFrame } from './sidebar-frame.tsx';
import { Tabs } from './tabs.tsx';
import { Toasts } from './toasts.tsx';

/** The whole page: a spreadsheet that says plainly that it is a local copy, with the real sidebar beside it. */
export function Page() {
  const [state, setState] = useState<State | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const act = useCallback(async (question: string, input: object = {}) => {
    try {
      setState(await ask<State>(question, input));
      setSaid(null);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  }, []);
  const refresh = useCallback(() => void act('state'), [act]);
  useEffect(refresh, [refresh]);
  // What nobody waits for, such as rows that come into sight, must not stay away without a word.
  useEffect(() => {
    const missed = ({ reason }: PromiseRejectionEvent): void => {
      if (reason instanceof NoAnswer) setSaid(reason.message);
    };
    window.addEventListener('unhandledrejection', missed);
    return () => window.removeEventListener('unhandledrejection', missed);
  }, []);
  if (!state) return <p class="starting">{said ?? 'Opening the workbook'}</p>;
  const sheet = state.sheets.find((each) => each.id === state.active) ?? state.sheets[0];
  const open = (file: File | undefined): void => {
    if (!file) return;
    upload(file).then(
      (next) => {
        setState(next);
        setSaid(null);
      },
      (error: Error) => setSaid(error.message),
    );
  };
  /** A click on a tab ends in the sheet, where the next key belongs, as in Sheets. */
  const goTo = async (id: number, byPointer: boolean): Promise<void> => {
    await act('select', { sheet: id, ...first(state, id) });
    if (byPointer) requestAnimationFrame(() => document.querySelector<HTMLElement>('[role=grid]')?.focus());
  };
  return (
    <div class="page">
      <header class="bar">
        <span class="logo" aria-hidden="true" />
        <div class="title">
          <h1 title={state.title}>{state.title}</h1>
          <MenuBar
            state={state}
            onOpen={() => picker.current?.click()}
            onDownload={() => void downloadBook(state.title)}
            onRun={(functionName) => void act('runMenu', { functionName })}
            onFilterOff={() => sheet && void act('removeFilter', { sheet: sheet.id })}
          />
        </div>
        <p class="local">
          <strong>Local copy, not Google Sheets.</strong>{' '}
          {state.readOnly
            ? 'Opened for reading only.'
            : state.file === null
              ? 'Changes are kept until you stop it.'
              : 'Changes are saved to your file.'}
        </p>
        <input
          ref={picker}
          type="file"
          accept=".xlsx"
          hidden
          aria-label="Open an .xlsx file"
          onChange={({ currentTarget }) => {
            open(currentTarget.files?.[0]);
            // The same file again, after it was changed elsewhere, is a choice too.
            currentTarget.value = '';
          }}
        />
      </header>
      {said ? (
        <div class="said" role="alert">
          <span>{said}</span>
          <button type="button" onClick={() => setSaid(null)}>
            Close
          </button>
        </div>
      ) : null}
      <div class="work">
        <main class="sheet">
          {sheet ? (
            <Grid
              key={`${state.uploads} ${sheet.id}`}
              sheet={sheet}
              version={state.version}
              act={act}
              readOnly={state.readOnly}
            />
          ) : null}
          {sheet && sheet.charts.length > 0 ? <Charts charts={sheet.charts} /> : null}
          {sheet && sheet.unshown > 0 ? (
            <p class="unshown">
              {sheet.unshown === 1
                ? 'A colour rule of this sheet is not shown here.'
                : `${sheet.unshown} colour rules of this sheet are not shown here.`}
            </p>
          ) : null}
          <Tabs state={state} onSelect={(...tab) => void goTo(...tab)} />
        </main>
        {state.sidebar ? (
          <SidebarFrame
            key={state.sidebar.opened}
            title={state.sidebar.title}
            onChanged={refresh}
            onClose={() => void act('closeSidebar')}
          />
        ) : null}
      </div>
      <div class={state.sidebar ? 'corner beside' : 'corner'}>
        <Toasts toasts={state.toasts} />
        {state.guide ? (
          <Guide done={state.done} onRun={(functionName) => void act('runMenu', { functionName })} />
        ) : null}
      </div>
    </div>
  );
}

function first(state: State, id: number) {
  return (
    state.sheets.find((sheet) => sheet.id === id)?.selection ?? { row: 0, column: 0, rows: 1, columns: 1 }
  );
}
