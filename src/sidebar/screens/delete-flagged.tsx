import { useState } from 'preact/hooks';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Field } from '../parts/field.tsx';
import { Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { More, PAGE, Rest } from '../parts/more.tsx';
import { Waiting } from '../parts/outcome.tsx';
import { RowLink } from '../parts/row-link.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';
import { grouped, many, whenWords } from '../words.ts';
import { Stale } from './confirm.tsx';

const FIRST = 5;

/** Count, list, and a red button with the number. */
export function DeleteFlaggedScreen() {
  const preview = useAnswer('previewDeleteFlagged', {});
  const { value, error } = preview;
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(FIRST);
  const doing = useDoing();
  const count = value?.count ?? 0;
  const number = typed.trim().replace(/[\s,.]/g, '');
  const confirmed = !value?.mustType || number === String(count);
  const remove = (): void =>
    doing.run(
      'deleteFlagged',
      { basedOn: value?.basedOn ?? '', ...(number === '' ? {} : { confirm: number }) },
      navigation.finish,
    );
  const footer = (
    <>
      {count > 0 ? (
        <Button kind="danger" disabled={!confirmed} busy={doing.busy} onClick={remove}>
          Delete {many(count, 'record')}
        </Button>
      ) : null}
      <Button onClick={navigation.back}>{error ? 'Close' : 'Cancel'}</Button>
    </>
  );
  const rows = value?.rows.slice(0, shown) ?? [];
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={count > 0 ? `Delete ${many(count, 'record')}` : 'Delete flagged records'} />
      <Stale doing={doing} preview={preview} />
      {error && !error.lost ? (
        <Notice tone="plain" title={error.message} />
      ) : (
        <Waiting answer={preview} what="Counting the flagged records" />
      )}
      {value ? (
        <>
          <p>
            These rows have <strong>Delete?</strong> ticked. They move to the <strong>Deleted Records</strong>{' '}
            sheet, and you can undo.
          </p>
          {value.mustType ? (
            <Field
              label={`This is ${grouped(count)} of ${many(value.total, 'record')}. Type ${count} to confirm`}
              value={typed}
              onInput={setTyped}
            />
          ) : null}
          {value.wrongFlags.length > 0 ? (
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
                  <span>{row.who || '(no name)'}</span>
                  <RowLink to={row.link}>{`row ${grouped(row.link.row)}`}</RowLink>
                </div>
                <div class="row-detail">
                  <span class="code">{row.code || '(no code)'}</span>
                  {row.date ? ` \u00b7 ${whenWords(row.date)}` : ''}
                </div>
              </li>
            ))}
          </ul>
          <More left={value.rows.length - shown} onMore={() => setShown(shown + PAGE)} />
          {shown >= value.rows.length ? <Rest left={count - value.rows.length} /> : null}
          {value.slowBecause ? (
            <p class="quiet">
              The sheet has {value.slowBecause}: many rows that lie apart take longer than usual.
            </p>
          ) : null}
          {value.csv ? (
            <Button kind="text" onClick={() => value.csv && download(value.csv)}>
              Download the file for the LMS
            </Button>
          ) : null}
        </>
      ) : null}
    </Screen>
  );
}
