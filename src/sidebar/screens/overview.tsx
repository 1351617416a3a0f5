import type { Overview, SheetTile } from '../../contract/api.ts';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { IssueGroups } from '../parts/issue-groups.tsx';
import { Card, Loading, Notice, Progress, Screen } from '../parts/layout.tsx';
import { type Loading as State, useDoing } from '../use-answer.ts';
import { grouped, many, whenWords } from '../words.ts';

/** One verdict, unfinished work, a tile per sheet, and the problems. */
export function OverviewScreen({ overview }: { overview: State<Overview> }) {
  const navigation = useNavigation();
  const checking = useDoing();
  const { value, error } = overview;
  if (!value) {
    return (
      <Screen
        footer={
          error ? (
            <Button kind="primary" onClick={overview.reload}>
              Try again
            </Button>
          ) : undefined
        }
      >
        {error ? <Notice tone="error" title={error.message} /> : <Loading what="Reading your sheets" />}
      </Screen>
    );
  }
  const check = (): void => checking.run('check', {}, () => overview.reload());
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
  return (
    <Screen footer={footer} busy={overview.busy || checking.busy}>
      <h1 class="hidden">Overview</h1>
      <Verdict overview={value} />
      {checking.error ? <Notice tone="error" title={checking.error} /> : null}
      <Unfinished overview={value} reload={overview.reload} />
      {value.needsSetUp ? <SetUp reload={overview.reload} sample={value.hasSampleRows} /> : null}
      <ul class="tiles" aria-label="Sheets">
        {value.sheets.map((tile) => (
          <Tile key={tile.sheet} tile={tile} />
        ))}
      </ul>
      {value.expiry && value.expiry.expired + value.expiry.within90 > 0 ? (
        <p class="quiet">
          {many(value.expiry.expired, 'record')} expired; {grouped(value.expiry.within30)} more within 30
          days, {grouped(value.expiry.within90)} within 90.
        </p>
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
  const when = `Checked ${whenWords(checkedAt).split(', ')[1] ?? 'just now'}`;
  if (errors > 0) {
    const rest = warnings > 0 ? `${many(warnings, 'warning')} \u00b7 ` : '';
    return (
      <Notice tone="error" title={`${many(errors, 'problem')} to fix`} live={false}>
        <p>
          {rest}
          {when}
        </p>
      </Notice>
    );
  }
  if (warnings > 0) {
    return (
      <Notice tone="warning" title={`${many(warnings, 'warning')} to look at`} live={false}>
        <p>{when}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="ok" title="Everything is in order" live={false}>
      <p>{when}</p>
    </Notice>
  );
}

function Unfinished({ overview, reload }: { overview: Overview; reload: () => void }) {
  const navigation = useNavigation();
  const doing = useDoing();
  return (
    <>
      {overview.renames.map((rename) => (
        <Card key={rename.run} title="Rename in progress">
          <p class="codes-line">
            <span class="code">{rename.from}</span>
            <span class="arrow"> becomes </span>
            <span class="code">{rename.to}</span>
          </p>
          <Progress done={rename.done} total={rename.total} label={`Rename of ${rename.from}`} />
          <div class="split">
            <span class="quiet">
              {grouped(rename.done)} of {many(rename.total, 'item')} updated
            </span>
            <Button kind="text" onClick={() => navigation.open({ is: 'checklist', run: rename.run })}>
              Continue
            </Button>
          </div>
        </Card>
      ))}
      {overview.unfinished.map((run) => (
        <Card key={run.run} title={run.title}>
          <p>{run.detail}</p>
          {doing.error ? <Notice tone="error" title={doing.error} /> : null}
          <div class="actions">
            <Button busy={doing.busy} onClick={() => doing.run('continueRun', { run: run.run }, reload)}>
              Continue
            </Button>
            {run.canUndo ? (
              <Button kind="text" onClick={() => navigation.open({ is: 'undo', run: run.run })}>
                Undo
              </Button>
            ) : null}
          </div>
        </Card>
      ))}
    </>
  );
}

function SetUp({ reload, sample }: { reload: () => void; sample: boolean }) {
  const doing = useDoing();
  const setUp = (sampleRows?: 'add' | 'remove'): void =>
    doing.run('setUpSheets', sampleRows ? { sampleRows } : {}, () => reload());
  return (
    <Card title="Set up the sheets">
      <p>Makes what is missing of Codes, Content, Paths and Records. What you have stays as it is.</p>
      {doing.error ? <Notice tone="error" title={doing.error} /> : null}
      <div class="actions">
        <Button kind="primary" busy={doing.busy} onClick={() => setUp()}>
          Set up sheets
        </Button>
        {sample ? null : (
          <Button kind="text" busy={doing.busy} onClick={() => setUp('add')}>
            With sample rows
          </Button>
        )}
      </div>
    </Card>
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
