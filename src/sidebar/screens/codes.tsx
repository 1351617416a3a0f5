import { useEffect } from 'preact/hooks';
import type { CodeRow } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Chips } from '../parts/choices.tsx';
import { Search } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Screen, TabHeading } from '../parts/layout.tsx';
import { More, PAGE } from '../parts/more.tsx';
import { Failure, Waiting } from '../parts/outcome.tsx';
import { useAnswer, useDoing, useKept, useSettled } from '../use-answer.ts';
import { grouped, many } from '../words.ts';
import { WhereUsed } from './where-used.tsx';

const FILTERS = [
  ['all', 'All'],
  ['used', 'In use'],
  ['unused', 'Unused'],
] as const;

/** Find a code, see where it is used, and change it from there. */
export function CodesScreen() {
  const [search, setSearch] = useKept('codes.search', '');
  const [filter, setFilter] = useKept<(typeof FILTERS)[number][0]>('codes.filter', 'all');
  const [count, setCount] = useKept('codes.count', PAGE);
  const [open, setOpen] = useKept<string | null>('codes.open', null);
  const list = useAnswer('listCodes', { search: useSettled(search), filter, count });
  const [shown, setShown] = useKept('codes.shown', list.value);
  useEffect(() => {
    if (list.value) setShown(list.value);
  }, [list.value]);
  const highlight = useDoing();
  const toggle = (): void =>
    highlight.run('highlight', { on: !shown?.highlight }, ({ on }) => {
      if (shown) setShown({ ...shown, highlight: on });
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
      <TabHeading title="Codes" />
      <Search
        label="Find a code or title"
        value={search}
        onInput={(text) => {
          setSearch(text);
          setCount(PAGE);
        }}
      />
      <Chips
        options={FILTERS}
        value={filter}
        onChoose={(next) => {
          setFilter(next);
          setCount(PAGE);
        }}
      >
        <button
          type="button"
          class="chip push"
          aria-pressed={shown?.highlight ?? false}
          disabled={highlight.busy || !shown}
          aria-busy={highlight.busy || undefined}
          onClick={toggle}
        >
          <Icon name="pencil" /> Highlight
        </button>
      </Chips>
      <Failure message={highlight.error} />
      <Waiting answer={{ ...list, value: shown }} what="Counting where each code is used" />
      {shown ? (
        <p class="quiet" role="status">
          {shown.matching === shown.total
            ? many(shown.total, 'code')
            : `${grouped(shown.matching)} of ${many(shown.total, 'code')}`}
        </p>
      ) : null}
      {shown?.matching === 0 ? (
        <p>
          {shown.total === 0
            ? 'The Codes sheet is empty. Add your first code.'
            : 'No code fits. Clear the search or choose All.'}
        </p>
      ) : null}
      <ul class="accordion">
        {shown?.codes.map((row) => (
          <CodeItem
            key={row.row}
            row={row}
            open={open === row.code}
            onToggle={() => setOpen(open === row.code ? null : row.code)}
          />
        ))}
      </ul>
      {shown ? (
        <More
          left={shown.matching - shown.codes.length}
          busy={list.busy}
          onMore={() => setCount(count + PAGE)}
        />
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
      <div id={id}>{open ? <WhereUsed code={row.code} /> : null}</div>
    </li>
  );
}
