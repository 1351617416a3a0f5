import { useEffect } from 'preact/hooks';
import type { ProgressView } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Chips } from '../parts/choices.tsx';
import { Field, Search } from '../parts/field.tsx';
import { Notice, Screen, TabHeading } from '../parts/layout.tsx';
import { More, PAGE } from '../parts/more.tsx';
import { Failure, Waiting } from '../parts/outcome.tsx';
import { Person } from '../parts/person.tsx';
import { Ring } from '../parts/ring.tsx';
import { useAnswer, useDoing, useKept } from '../use-answer.ts';
import { grouped, many, whenWords } from '../words.ts';

/** Who is where on a path, and why a step is not done. */
export function ProgressScreen() {
  const [path, setPath] = useKept('progress.path', '');
  const [asOf, setAsOf] = useKept('progress.asOf', '');
  const [state, setState] = useKept('progress.state', 'all');
  const [search, setSearch] = useKept('progress.search', '');
  const [count, setCount] = useKept('progress.count', PAGE);
  const [open, setOpen] = useKept<string | null>('progress.open', null);
  const day = asOf === '' ? {} : { asOf };
  const answer = useAnswer('progress', { ...(path === '' ? {} : { path }), ...day });
  const [view, setView] = useKept<ProgressView | null>('progress.view', null);
  useEffect(() => {
    if (answer.value) setView(answer.value);
  }, [answer.value]);
  const reports = useDoing();
  const current = view?.path;
  const footer = current ? (
    <Button
      kind="primary"
      busy={reports.busy}
      onClick={() => reports.run('makeReports', day, ({ message }) => navigation.say(message))}
    >
      Make report sheets
    </Button>
  ) : undefined;
  const wanted = search.trim().toLowerCase();
  const people = (view?.people ?? [])
    .filter((each) => (state === 'all' || each.state === state) && each.name.toLowerCase().includes(wanted))
    .sort((a, b) => b.done - a.done || a.name.localeCompare(b.name));
  return (
    <Screen footer={footer} busy={answer.busy || reports.busy}>
      <TabHeading title="Progress" />
      <Waiting answer={{ ...answer, value: view }} what="Working out who is where" />
      {view && !current ? <p>There are no learning paths yet. Add them to the Paths sheet.</p> : null}
      {view && current ? (
        <>
          <label class="field">
            <span>Learning path</span>
            <select
              value={current.pathId}
              onChange={(event) => {
                setPath(event.currentTarget.value);
                setOpen(null);
                setCount(PAGE);
              }}
            >
              {view.paths.map(({ pathId, title }) => (
                <option key={pathId} value={pathId}>
                  {title || pathId}
                </option>
              ))}
            </select>
          </label>
          <Ring counts={view.counts} />
          <details class="changes" open={asOf !== ''}>
            <summary>{asOf === '' ? 'As of another day' : `As of ${whenWords(asOf)}`}</summary>
            <Field label="Day (for reports, too)" type="date" value={asOf} onInput={setAsOf} />
          </details>
          <Failure message={reports.error} />
          {view.lackPathCode > 0 && asOf === '' ? (
            <Notice
              tone="plain"
              title={`${many(view.lackPathCode, 'person has', 'people have')} finished without the path\u2019s code`}
              live={false}
            >
              <Button
                kind="text"
                onClick={() =>
                  navigation.open({ is: 'addPathRecords', path: current.pathId, title: current.title })
                }
              >
                Add their records
              </Button>
            </Notice>
          ) : null}
          <Search
            label="Find a person"
            value={search}
            onInput={(text) => {
              setSearch(text);
              setCount(PAGE);
            }}
          />
          <Chips options={statesOf(view.counts)} value={state} onChoose={setState} />
          <p class="hidden" role="status">
            {many(people.length, 'person', 'people')}
          </p>
          <p class="legend">
            <span class="step done" /> done <span class="step expired" /> expired <span class="step todo" />{' '}
            to do
          </p>
          {people.length === 0 ? <p>Nobody fits. Clear the search or choose All.</p> : null}
          <ul class="people">
            {people.slice(0, count).map((person) => (
              <Person
                key={person.name}
                person={person}
                input={{ path: current.pathId, ...day }}
                open={open === person.name}
                onToggle={() => setOpen(open === person.name ? null : person.name)}
              />
            ))}
          </ul>
          <More left={people.length - count} onMore={() => setCount(count + PAGE)} />
        </>
      ) : null}
    </Screen>
  );
}

function statesOf({ people, finished, inProgress, notStarted }: ProgressView['counts']) {
  return [
    ['all', `All ${grouped(people)}`],
    ['finished', `Finished ${grouped(finished)}`],
    ['inProgress', `In progress ${grouped(inProgress)}`],
    ['notStarted', `Not started ${grouped(notStarted)}`],
  ] as const;
}
