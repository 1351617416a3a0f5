import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Loading, Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { RowLink } from '../parts/row-link.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';
import { useFinish } from './confirm.tsx';

/** Deletes an unused code; for a used one, every blocker and the way out of each. */
export function DeleteCodeScreen({ code }: { code: string }) {
  const navigation = useNavigation();
  const finish = useFinish();
  const { value, error, reload } = useAnswer('previewDeleteCode', { code });
  const flag = useAnswer('previewFlagRecords', { code });
  const doing = useDoing();
  const basedOn = value?.basedOn ?? '';
  const footer = (
    <>
      {value?.canDelete ? (
        <Button
          kind="danger"
          busy={doing.busy}
          onClick={() => doing.run('deleteCode', { code, basedOn }, finish)}
        >
          {value.confirm}
        </Button>
      ) : null}
      <Button onClick={() => navigation.back()}>Cancel</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={`Delete ${code}`} />
      {doing.error ? (
        <Notice tone="error" title={doing.error}>
          <Button
            kind="text"
            onClick={() => {
              doing.clear();
              reload();
              flag.reload();
            }}
          >
            Look again
          </Button>
        </Notice>
      ) : null}
      {error ? <Notice tone="error" title={error.message} /> : null}
      {!value && !error ? <Loading what="Looking for every use" /> : null}
      {value?.reason ? <Notice tone="warning" title={value.reason} /> : null}
      {value?.summary.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {value?.blockers.map((kind) => (
        <details key={kind.kind} class="changes">
          <summary>
            {kind.title}: {grouped(kind.count)}
          </summary>
          <ul class="places">
            {kind.places.map((place) => (
              <li key={place.link.label}>
                <RowLink to={place.link}>{place.title || place.detail}</RowLink>
                <span class="quiet">row {grouped(place.link.row)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <div class="actions">
        {flag.value ? (
          <Button
            busy={doing.busy}
            onClick={() => doing.run('flagRecords', { code, basedOn: flag.value?.basedOn ?? '' }, finish)}
          >
            {flag.value.confirm}
          </Button>
        ) : null}
        {value?.csv ? (
          <Button kind="text" onClick={() => value.csv && download(value.csv)}>
            Download {many(value.csv.rows, 'record')} as CSV
          </Button>
        ) : null}
      </div>
    </Screen>
  );
}
