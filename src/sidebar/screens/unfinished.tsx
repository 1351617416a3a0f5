import type { Overview } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { FromTo } from '../parts/from-to.tsx';
import { Card, Progress } from '../parts/layout.tsx';
import { Failure } from '../parts/outcome.tsx';
import { useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';

/** Open checklists, and runs that were stopped part of the way. */
export function Unfinished({ overview, reload }: { overview: Overview; reload: () => void }) {
  const doing = useDoing();
  return (
    <>
      {overview.renames.map((rename) => (
        <Card key={rename.run} title="Rename in progress">
          <p>
            <FromTo {...rename} />
          </p>
          <Progress done={rename.done} total={rename.total} label={`Rename of ${rename.from}`} />
          <div class="split">
            <span class="quiet">
              {grouped(rename.done)} of {many(rename.total, 'item')} updated
            </span>
            <Button kind="text" onClick={() => navigation.open({ is: 'checklist', run: rename.run })}>
              Continue<span class="hidden"> the rename of {rename.from}</span>
            </Button>
          </div>
        </Card>
      ))}
      <Failure
        message={doing.error}
        again="Look again"
        onAgain={() => {
          doing.clear();
          reload();
        }}
      />
      {overview.unfinished.map(({ run, title, detail, canUndo }) => (
        <Card key={run} title={title}>
          <p>{detail}</p>
          <div class="actions">
            <Button busy={doing.busy} onClick={() => doing.run('continueRun', { run }, navigation.finish)}>
              Continue
            </Button>
            {canUndo ? (
              <Button kind="text" onClick={() => navigation.open({ is: 'undo', run })}>
                Undo
              </Button>
            ) : null}
          </div>
        </Card>
      ))}
    </>
  );
}
