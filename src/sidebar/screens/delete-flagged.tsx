import { useState } from 'preact/hooks';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Field } from '../parts/field.tsx';
import { Loading, Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { RowLink } from '../parts/row-link.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';
import { useFinish } from './confirm.tsx';

const FIRST = 5;

/** Count, list, and a red button with the number. */
export function DeleteFlaggedScreen() {
  const navigation = useNavigation();
  const finish = useFinish();
  const { value, error, reload } = useAnswer('previewDeleteFlagged', {});
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const doing = useDoing();
  const count = value?.count ?? 0;
  const confirmed = !value?.mustType || typed.trim() === String(count);
  const remove = (): void =>
    doing.run(
      'deleteFlagged',
      { basedOn: value?.basedOn ?? '', ...(typed === '' ? {} : { confirm: typed.trim() }) },
      finish,
    );
  const footer = (
    <>
      {count > 0 ? (
        <Button kind="danger" disabled={!confirmed} busy={doing.busy} onClick={remove}>
          Delete {many(count, 'record')}
        </Button>
      ) : null}
      <Button onClick={() => navigation.back()}>Cancel</Button>
    </>
  );
  const rows = all ? (value?.rows ?? []) : (value?.rows.slice(0, FIRST) ?? []);
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={count > 0 ? `Delete ${many(count, 'record')}` : 'Delete flagged records'} />
      {doing.error ? (
        <Notice tone="error" title={doing.error}>
          <Button
            kind="text"
            onClick={() => {
              doing.clear();
              reload();
            }}
          >
            Count again
          </Button>
        </Notice>
      ) : null}
      {error ? <Notice tone="plain" title={error.message} /> : null}
      {!value && !error ? <Loading what="Counting the flagged records" /> : null}
      {count > 0 ? (
        <p>
          These rows have <strong>Delete?</strong> ticked. They move to the <strong>Deleted Records</strong>{' '}
          sheet, and you can undo.
        </p>
      ) : null}
      {value?.wrongFlags.length ? (
        <Notice
          tone="warning"
          title={`${many(value.wrongFlags.length, 'row stays', 'rows stay')}: Delete? is neither 1 nor blank`}
        >
          <ul>
            {value.wrongFlags.slice(0, FIRST).map((wrong) => (
              <li key={wrong.row}>
                Row {grouped(wrong.row)}: {wrong.value}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.link.label}>
            <div class="split">
              <span>{row.who}</span>
              <RowLink to={row.link}>{`row ${grouped(row.link.row)}`}</RowLink>
            </div>
            <div class="row-detail">
              <span class="code">{row.code}</span> {row.date}
            </div>
          </li>
        ))}
      </ul>
      {value && rows.length < value.rows.length ? (
        <Button kind="text" onClick={() => setAll(true)}>
          Show {grouped(value.rows.length - rows.length)} more
        </Button>
      ) : null}
      {value && all && value.rows.length < count ? (
        <p class="quiet">And {grouped(count - value.rows.length)} more in the sheet.</p>
      ) : null}
      {value?.slowBecause ? <p class="quiet">{value.slowBecause}</p> : null}
      {value?.csv ? (
        <Button kind="text" onClick={() => value.csv && download(value.csv)}>
          Download the file for the LMS
        </Button>
      ) : null}
      {value?.mustType ? (
        <Field
          label={`This is a large part of your records. Type ${count} to confirm`}
          value={typed}
          onInput={setTyped}
        />
      ) : null}
    </Screen>
  );
}
