import { useEffect, useState } from 'preact/hooks';
import type { CodeRow, SheetTile, UseKind, WhereUsed } from '../../contract/api.ts';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Loading, Notice, Screen } from '../parts/layout.tsx';
import { RowLink } from '../parts/row-link.tsx';
import { useAnswer, useDoing, useSettled } from '../use-answer.ts';
import { grouped, many } from '../words.ts';

const PAGE = 50;
const FILTERS = [
  ['all', 'All'],
  ['used', 'In use'],
  ['unused', 'Unused'],
] as const;

/** Find a code, see where it is used, and change it from there. */
export function CodesScreen() {
  const navigation = useNavigation();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<'all' | 'used' | 'unused'>('all');
  const [count, setCount] = useState(PAGE);
  const [open, setOpen] = useState<string | null>(null);
  const settled = useSettled(search);
  const list = useAnswer('listCodes', { search: settled, filter, count });
  const [shown, setShown] = useState(list.value);
  useEffect(() => {
    if (list.value) setShown(list.value);
  }, [list.value]);
  const highlight = useDoing();
  const toggle = (): void =>
    highlight.run('highlight', { on: !shown?.highlight }, ({ on }) => {
      setShown((now) => (now ? { ...now, highlight: on } : now));
    });
  const footer = (
    <>
      <Button kind="primary" onClick={() => navigation.open({ is: 'addCode' })}>
        Add a code
      </Button>
      <Button kind="text" onClick={() => navigation.open({ is: 'protect' })}>
        Who may edit
      </Button>
    </>
  );
  return (
    <Screen footer={footer} busy={list.busy}>
      <h1 class="hidden">Codes</h1>
      <label class="search">
        <Icon name="search" />
        <span class="hidden">Find a code or title</span>
        <input
          type="search"
          placeholder="Find a code or title"
          value={search}
          onInput={(event) => {
            setSearch(event.currentTarget.value);
            setCount(PAGE);
          }}
        />
      </label>
      <fieldset class="chips">
        <legend class="hidden">Show</legend>
        {FILTERS.map(([name, title]) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={filter === name}
            onClick={() => {
              setFilter(name);
              setCount(PAGE);
            }}
          >
            {title}
          </button>
        ))}
        <button
          type="button"
          class="chip push"
          aria-pressed={shown?.highlight ?? false}
          disabled={highlight.busy || !shown}
          aria-busy={highlight.busy || undefined}
          onClick={toggle}
        >
          Highlight
        </button>
      </fieldset>
      {highlight.error ? <Notice tone="error" title={highlight.error} /> : null}
      {list.error ? <Notice tone="error" title={list.error.message} /> : null}
      {!shown && !list.error ? <Loading what="Counting where each code is used" /> : null}
      {shown ? (
        <p class="quiet" role="status">
          {shown.matching === shown.total
            ? many(shown.total, 'code')
            : `${grouped(shown.matching)} of ${many(shown.total, 'code')}`}
        </p>
      ) : null}
      {shown?.matching === 0 ? <p>No code fits. Clear the search or choose All.</p> : null}
      <ul class="accordion">
        {shown?.codes.map((row) => (
          <CodeItem
            key={row.row}
            row={row}
            open={open === `${row.row}`}
            onToggle={() => setOpen(open === `${row.row}` ? null : `${row.row}`)}
          />
        ))}
      </ul>
      {shown && shown.codes.length < shown.matching ? (
        <Button kind="text" busy={list.busy} onClick={() => setCount(count + PAGE)}>
          Show {grouped(Math.min(PAGE, shown.matching - shown.codes.length))} more
        </Button>
      ) : null}
    </Screen>
  );
}

function CodeItem({ row, open, onToggle }: { row: CodeRow; open: boolean; onToggle: () => void }) {
  const id = `code-${row.row}`;
  return (
    <li class={open ? 'item open' : 'item'}>
      <button type="button" class="item-head" aria-expanded={open} aria-controls={id} onClick={onToggle}>
        <span class="item-text">
          <span class="code">{row.code}</span>
          <span class="quiet">{row.description}</span>
        </span>
        <span class="uses">{row.total === 0 ? 'unused' : many(row.total, 'use')}</span>
        <Icon name="down" />
      </button>
      <div id={id}>{open ? <Details code={row.code} /> : null}</div>
    </li>
  );
}

function Details({ code }: { code: string }) {
  const [all, setAll] = useState(false);
  const { value, error } = useAnswer('whereUsed', { code, all });
  if (error) return <Notice tone="error" title={error.message} />;
  if (!value) return <Loading what="Finding where it is used" />;
  return (
    <div class="item-body">
      {value.openRename ? <RenameNote used={value} /> : null}
      {value.kinds.map((kind) => (
        <Kind key={kind.kind} kind={kind} code={code} />
      ))}
      {!all && value.kinds.some((kind) => kind.count > kind.places.length) ? (
        <Button kind="text" onClick={() => setAll(true)}>
          Show all places
        </Button>
      ) : null}
      <CodeActions used={value} />
    </div>
  );
}

function RenameNote({ used }: { used: WhereUsed }) {
  const navigation = useNavigation();
  const rename = used.openRename;
  if (!rename) return null;
  return (
    <Notice tone="plain" title="A rename is not finished" live={false}>
      <p>
        {rename.from} becomes {rename.to}: {grouped(rename.done)} of {many(rename.total, 'item')} updated.
      </p>
      <Button kind="text" onClick={() => navigation.open({ is: 'checklist', run: rename.run })}>
        Continue
      </Button>
    </Notice>
  );
}

const SHEET_OF: Record<UseKind['kind'], SheetTile['sheet']> = {
  course: 'content',
  quiz: 'content',
  trainingEvent: 'content',
  otherContent: 'content',
  path: 'paths',
  step: 'paths',
  record: 'records',
};

function Kind({ kind, code }: { kind: UseKind; code: string }) {
  const filtering = useDoing();
  const [said, setSaid] = useState<string | null>(null);
  const sheet = SHEET_OF[kind.kind];
  return (
    <section>
      <h2 class="split">
        <span>{kind.title}</span>
        <span>{grouped(kind.count)}</span>
      </h2>
      <ul class="places">
        {kind.places.map((place) => (
          <li key={place.link.label}>
            <RowLink to={place.link}>{place.title === '' ? place.detail : place.title}</RowLink>
            <span class="quiet">row {grouped(place.link.row)}</span>
          </li>
        ))}
      </ul>
      {kind.count > 3 ? (
        <Button
          kind="text"
          busy={filtering.busy}
          onClick={() => filtering.run('filterToCode', { sheet, code }, ({ message }) => setSaid(message))}
        >
          Filter the sheet to all {grouped(kind.count)}
        </Button>
      ) : null}
      {said ? <p role="status">{said}</p> : null}
      {filtering.error ? <Notice tone="error" title={filtering.error} /> : null}
    </section>
  );
}

function CodeActions({ used }: { used: WhereUsed }) {
  const navigation = useNavigation();
  const { code, canDelete, blockedBecause, row } = used;
  if (row === null) return null;
  return (
    <>
      <div class="actions">
        <Button onClick={() => navigation.open({ is: 'rename', code })}>Rename</Button>
        <Button onClick={() => navigation.open({ is: 'merge', code })}>Merge</Button>
        <Button
          disabled={!canDelete}
          describedBy={canDelete ? undefined : `blocked-${row}`}
          onClick={() => navigation.open({ is: 'deleteCode', code })}
        >
          Delete
        </Button>
      </div>
      {blockedBecause === null ? null : (
        <>
          <p id={`blocked-${row}`} class="quiet">
            {blockedBecause}
          </p>
          <Button kind="text" onClick={() => navigation.open({ is: 'deleteCode', code })}>
            What stands in the way
          </Button>
        </>
      )}
    </>
  );
}
