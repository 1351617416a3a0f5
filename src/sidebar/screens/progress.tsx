import { useEffect, useState } from 'preact/hooks';
import type { ProgressPerson, ProgressView } from '../../contract/api.ts';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Loading, Notice, Screen } from '../parts/layout.tsx';
import { RowLink } from '../parts/row-link.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';

const PAGE = 50;
const STATES = [
  ['all', 'All'],
  ['finished', 'Finished'],
  ['inProgress', 'In progress'],
  ['notStarted', 'Not started'],
] as const;

/** Who is where on a path, and why a step is not done. */
export function ProgressScreen() {
  const navigation = useNavigation();
  const [path, setPath] = useState<string | null>(null);
  const { value, error, busy } = useAnswer('progress', path === null ? {} : { path });
  const [state, setState] = useState<(typeof STATES)[number][0]>('all');
  const [search, setSearch] = useState('');
  const [count, setCount] = useState(PAGE);
  const [open, setOpen] = useState<string | null>(null);
  const [view, setView] = useState<ProgressView | null>(null);
  useEffect(() => {
    if (value) setView(value);
  }, [value]);
  const reports = useDoing();
  const [made, setMade] = useState<string | null>(null);
  const footer = view?.path ? (
    <Button
      kind="primary"
      busy={reports.busy}
      onClick={() => reports.run('makeReports', {}, ({ message }) => setMade(message))}
    >
      Make report sheets
    </Button>
  ) : undefined;
  const wanted = search.trim().toLowerCase();
  const people = (view?.people ?? []).filter(
    (person) => (state === 'all' || person.state === state) && person.name.toLowerCase().includes(wanted),
  );
  const current = view?.path;
  return (
    <Screen footer={footer} busy={busy || reports.busy}>
      <h1 class="hidden">Progress</h1>
      {error ? <Notice tone="error" title={error.message} /> : null}
      {!view && !error ? <Loading what="Working out who is where" /> : null}
      {view && !current ? <p>There are no learning paths yet. Add them to the Paths sheet.</p> : null}
      {view && current ? (
        <>
          <div class="field">
            <label for="path">Learning path</label>
            <select
              id="path"
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
          </div>
          <Summary view={view} />
          {made ? <Notice tone="ok" title={made} /> : null}
          {reports.error ? <Notice tone="error" title={reports.error} /> : null}
          {view.lackPathCode > 0 ? (
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
          <label class="search">
            <span class="hidden">Find a person</span>
            <input
              type="search"
              placeholder="Find a person"
              value={search}
              onInput={(event) => setSearch(event.currentTarget.value)}
            />
          </label>
          <fieldset class="chips">
            <legend class="hidden">Show</legend>
            {STATES.map(([name, title]) => (
              <button
                key={name}
                type="button"
                class="chip"
                aria-pressed={state === name}
                onClick={() => setState(name)}
              >
                {title}
              </button>
            ))}
          </fieldset>
          <p class="quiet" role="status">
            {many(people.length, 'person', 'people')}
          </p>
          <ul class="people">
            {people.slice(0, count).map((person) => (
              <Person
                key={person.name}
                person={person}
                path={current.pathId}
                open={open === person.name}
                onToggle={() => setOpen(open === person.name ? null : person.name)}
              />
            ))}
          </ul>
          {people.length > count ? (
            <Button kind="text" onClick={() => setCount(count + PAGE)}>
              Show {grouped(Math.min(PAGE, people.length - count))} more
            </Button>
          ) : null}
          <p class="legend">
            <span class="step done" /> done <span class="step expired" /> expired <span class="step todo" />{' '}
            to do
          </p>
        </>
      ) : null}
    </Screen>
  );
}

const AROUND = 2 * Math.PI * 26;

function Summary({ view }: { view: ProgressView }) {
  const { people, finished, inProgress, percent } = view.counts;
  return (
    <section class="card ring-card">
      <svg
        class="ring"
        viewBox="0 0 64 64"
        width="64"
        height="64"
        role="img"
        aria-label={`${percent} percent of all steps done`}
      >
        <circle cx="32" cy="32" r="26" fill="none" class="ring-rest" stroke-width="8" />
        <circle
          cx="32"
          cy="32"
          r="26"
          fill="none"
          class="ring-done"
          stroke-width="8"
          stroke-dasharray={`${(AROUND * percent) / 100} ${AROUND}`}
          transform="rotate(-90 32 32)"
        />
        <text x="32" y="37" text-anchor="middle">
          {percent}%
        </text>
      </svg>
      <div>
        <strong>{many(people, 'person', 'people')}</strong>
        <p class="quiet">
          {grouped(finished)} finished, {grouped(inProgress)} in progress
        </p>
      </div>
    </section>
  );
}

function Person({
  person,
  path,
  open,
  onToggle,
}: {
  person: ProgressPerson;
  path: string;
  open: boolean;
  onToggle: () => void;
}) {
  const { name, steps, done } = person;
  const said = `${done} of ${steps.length} steps done`;
  return (
    <li>
      <button type="button" class="person" aria-expanded={open} onClick={onToggle}>
        <span class="person-name">{name}</span>
        <span class="steps" aria-hidden="true">
          {steps.map((state, i) => (
            <span key={i} class={`step ${state}`} />
          ))}
        </span>
        <span class="person-count">
          <span aria-hidden="true">
            {done}/{steps.length}
          </span>
          <span class="hidden">{said}</span>
        </span>
      </button>
      {open ? <Why path={path} person={name} /> : null}
    </li>
  );
}

function Why({ path, person }: { path: string; person: string }) {
  const { value, error } = useAnswer('progress', { path, person });
  if (error) return <Notice tone="error" title={error.message} />;
  if (!value) return <Loading what="Looking at each step" />;
  return (
    <ol class="why">
      {value.why?.map((step) => (
        <li key={step.step}>
          <span class={`step ${step.state}`} aria-hidden="true" />
          <div>
            <div>{step.title || step.code}</div>
            <div class="row-detail">
              {step.reason} {step.link ? <RowLink to={step.link} /> : null}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
