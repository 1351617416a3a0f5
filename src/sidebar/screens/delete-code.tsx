import type { UseKind } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { Rest } from '../parts/more.tsx';
import { Failure, Waiting } from '../parts/outcome.tsx';
import { Places } from '../parts/places.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';

/** Few places stand open; a long list opens on request. */
const FEW = 3;

/** Deletes an unused code; for a used one, every blocker and the ways out. */
export function DeleteCodeScreen({ code }: { code: string }) {
  const preview = useAnswer('previewDeleteCode', { code });
  const { value } = preview;
  const flag = useAnswer('previewFlagRecords', { code });
  const doing = useDoing();
  const again = (): void => {
    doing.clear();
    preview.reload();
    flag.reload();
  };
  const footer = (
    <>
      {value?.canDelete ? (
        <Button
          kind="danger"
          busy={doing.busy}
          onClick={() => doing.run('deleteCode', { code, basedOn: value.basedOn }, navigation.finish)}
        >
          {value.confirm}
        </Button>
      ) : null}
      <Button onClick={navigation.back}>{value?.canDelete === false ? 'Close' : 'Cancel'}</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={`Delete ${code}`} />
      <Failure message={doing.error} again="Look again" onAgain={again} />
      <Waiting answer={preview} what="Looking for every use" />
      {value?.reason ? <Notice tone="warning" title={value.reason} /> : null}
      {value?.reason ? <h2>The way out</h2> : null}
      <ul class={value?.reason ? 'bullets' : undefined}>
        {value?.summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {value?.records ? (
        <div class="actions">
          {flag.value ? (
            <Button
              busy={doing.busy}
              onClick={() =>
                doing.run('flagRecords', { code, basedOn: flag.value?.basedOn ?? '' }, navigation.finish)
              }
            >
              {flag.value.confirm}
            </Button>
          ) : null}
          {value.csv ? (
            <Button kind="text" onClick={() => value.csv && download(value.csv)}>
              Download {many(value.csv.rows, 'record')} as CSV
            </Button>
          ) : null}
        </div>
      ) : null}
      {value?.reason ? <h2>Where it is used</h2> : null}
      {value?.blockers.map((kind) => (
        <Blocker key={kind.kind} kind={kind} />
      ))}
    </Screen>
  );
}

function Blocker({ kind: { title, count, places } }: { kind: UseKind }) {
  return (
    <details class="changes" open={count <= FEW}>
      <summary>
        {title}: {grouped(count)}
      </summary>
      <Places places={places} />
      <Rest left={count - places.length} />
    </details>
  );
}
