import { useEffect, useRef } from 'preact/hooks';
import type { Overview, SheetTile } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { IssueGroups } from '../parts/issue-groups.tsx';
import { Notice, Screen, TabHeading } from '../parts/layout.tsx';
import { Failure, Waiting } from '../parts/outcome.tsx';
import { type Loading, useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';
import { SampleRows, SetUp } from './set-up.tsx';
import { Unfinished } from './unfinished.tsx';

/** One verdict, unfinished work, a tile per sheet, and the problems. */
export function OverviewScreen({ overview }: { overview: Loading<Overview> }) {
  const checking = useDoing();
  const verdict = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  const { value } = overview;
  // Who pressed Check hears the new verdict.
  useEffect(() => {
    if (asked.current) verdict.current?.focus();
    asked.current = false;
  }, [value]);
  if (!value) {
    return (
      <Screen>
        <TabHeading title="Overview" />
        <Waiting answer={overview} what="Reading your sheets" />
      </Screen>
    );
  }
  const check = (): void =>
    checking.run('check', {}, () => {
      asked.current = true;
      overview.reload();
    });
  const footer = (
    <>
      <Button
        kind={value.needsSetUp ? 'secondary' : 'primary'}
        onClick={check}
        busy={checking.busy || overview.busy}
      >
        {checking.busy ? 'Checking' : 'Check again'}
      </Button>
      <Button kind="text" onClick={() => navigation.open({ is: 'activity' })}>
        <Icon name="clock" /> Activity
      </Button>
    </>
  );
  const empty = value.sheets.every(({ rows }) => rows === 0);
  return (
    <Screen footer={footer} busy={overview.busy || checking.busy}>
      <TabHeading title="Overview" />
      <div ref={verdict} tabIndex={-1}>
        <Verdict overview={value} />
      </div>
      <Failure message={checking.error} />
      <Unfinished overview={value} reload={overview.reload} />
      {value.needsSetUp ? (
        <SetUp />
      ) : value.hasSampleRows || empty ? (
        <SampleRows standing={value.hasSampleRows} />
      ) : null}
      <ul class="tiles" aria-label="Sheets">
        {value.sheets.map((tile) => (
          <Tile key={tile.sheet} tile={tile} />
        ))}
      </ul>
      {value.expiry && value.expiry.expired + value.expiry.within90 > 0 ? (
        <Expiry expiry={value.expiry} />
      ) : null}
      {value.groups.length > 0 ? (
        <>
          <h2>Problems</h2>
          <IssueGroups groups={value.groups} />
        </>
      ) : null}
    </Screen>
  );
}

function Verdict({ overview }: { overview: Overview }) {
  const { errors, warnings, checkedAt } = overview;
  const parts = [
    ...(errors > 0 && warnings > 0 ? [many(warnings, 'warning')] : []),
    `Checked at ${checkedAt.slice(11)}`,
  ];
  const [tone, title] =
    errors > 0
      ? (['error', `${many(errors, 'problem')} to fix`] as const)
      : warnings > 0
        ? (['warning', `${many(warnings, 'warning')} to look at`] as const)
        : (['ok', 'Everything is in order'] as const);
  return (
    <Notice tone={tone} title={title} live={false} large>
      <p>{parts.join(' \u00b7 ')}</p>
    </Notice>
  );
}

function Expiry({ expiry }: { expiry: NonNullable<Overview['expiry']> }) {
  const { expired, within30, within60, within90 } = expiry;
  return (
    <Notice tone="plain" title={`${many(expired, 'record has', 'records have')} expired`} live={false}>
      <p>
        {grouped(within30)} more within 30 days, {grouped(within60)} within 60, {grouped(within90)} within 90
      </p>
    </Notice>
  );
}

function Tile({ tile }: { tile: SheetTile }) {
  const { name, rows, errors, warnings, exists } = tile;
  const tone = !exists || errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'ok';
  const said = !exists
    ? 'missing'
    : errors > 0
      ? many(errors, 'problem')
      : warnings > 0
        ? many(warnings, 'warning')
        : 'no problems';
  return (
    <li class={`tile ${tone}`}>
      <span class="tile-number">{exists ? grouped(rows) : '\u2013'}</span>
      <span class="tile-state">
        <Icon name={tone} />
        <span aria-hidden="true">{errors > 0 ? grouped(errors) : warnings > 0 ? grouped(warnings) : ''}</span>
        <span class="hidden">{said}</span>
      </span>
      <span class="tile-name">{name}</span>
    </li>
  );
}
