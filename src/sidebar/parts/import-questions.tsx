import type { ImportChoices, ImportPreview } from '../../contract/api.ts';
import { many } from '../words.ts';
import { Button } from './button.tsx';

/** What an import cannot decide by itself: asked once, with worked examples. */
export function ImportQuestions({
  questions,
  choices,
  busy,
  onChoose,
}: {
  questions: ImportPreview['questions'];
  choices: ImportChoices;
  busy: boolean;
  onChoose: (choices: ImportChoices) => void;
}) {
  const { dates, customColumns, unknownCodes, formerCodes, conflicts } = questions;
  return (
    <>
      {dates ? (
        <fieldset class="card" disabled={busy}>
          <legend>How are dates written?</legend>
          <p class="quiet">
            {many(dates.count, 'date reads', 'dates read')} either way, such as {dates.example}.
          </p>
          {(
            [
              ['dayFirst', dates.dayFirst, 'day first'],
              ['monthFirst', dates.monthFirst, 'month first'],
            ] as const
          ).map(([order, example, words]) => (
            <label key={order} class="check">
              <input
                type="radio"
                name="dates"
                checked={choices.dates === order}
                onChange={() => onChoose({ ...choices, dates: order })}
              />
              <span>
                {example} <span class="quiet">{words}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {customColumns.length > 0 ? (
        <fieldset class="card" disabled={busy}>
          <legend>Columns that the sheet does not have</legend>
          <p>{customColumns.join(', ')}</p>
          <div class="actions">
            <Button onClick={() => onChoose({ ...choices, customColumns: 'add' })}>Add them</Button>
            <Button onClick={() => onChoose({ ...choices, customColumns: 'leaveOut' })}>
              Leave them out
            </Button>
          </div>
        </fieldset>
      ) : null}
      {unknownCodes.length > 0 ? (
        <section class="card">
          <h2>Codes that are not in the Codes sheet</h2>
          <ul class="rows">
            {unknownCodes.map(({ code, rows, suggestion }) => (
              <li key={code}>
                <span class="code">{code}</span> <span class="quiet">{many(rows, 'row')}</span>
                {suggestion ? <p class="quiet">Is {suggestion} meant?</p> : null}
              </li>
            ))}
          </ul>
          <Button
            busy={busy}
            onClick={() =>
              onChoose({
                ...choices,
                addCodes: [...(choices.addCodes ?? []), ...unknownCodes.map(({ code }) => code)],
              })
            }
          >
            Add {many(unknownCodes.length, 'code')}
          </Button>
        </section>
      ) : null}
      {formerCodes.length > 0 ? (
        <section class="card">
          <h2>Codes that have changed</h2>
          <ul class="rows">
            {formerCodes.map(({ code, now, rows }) => (
              <li key={code}>
                <span class="code">{code}</span> is <span class="code">{now}</span> now{' '}
                <span class="quiet">{many(rows, 'row')}</span>
              </li>
            ))}
          </ul>
          <Button busy={busy} onClick={() => onChoose({ ...choices, useNewCodes: true })}>
            Use the new codes
          </Button>
        </section>
      ) : null}
      {conflicts.length > 0 ? (
        <Conflicts conflicts={conflicts} choices={choices} busy={busy} onChoose={onChoose} />
      ) : null}
    </>
  );
}

const LISTED = 50;

/** Cells that changed both here and in the file: all at once, or one by one. */
function Conflicts({
  conflicts,
  choices,
  busy,
  onChoose,
}: {
  conflicts: ImportPreview['questions']['conflicts'];
  choices: ImportChoices;
  busy: boolean;
  onChoose: (choices: ImportChoices) => void;
}) {
  const decide = (item: string, decision: 'sheet' | 'file'): void => {
    const decided = conflicts.flatMap((each) => (each.decision ? [[each.item, each.decision] as const] : []));
    onChoose({ ...choices, conflicts: { ...Object.fromEntries(decided), [item]: decision } });
  };
  return (
    <fieldset class="card" disabled={busy}>
      <legend>Changed both here and in the file</legend>
      <p class="quiet">Since the last export or import. Keep yours, take the file’s, or choose for each.</p>
      <div class="actions">
        <Button onClick={() => onChoose({ ...choices, conflicts: 'sheet' })}>Keep all of the sheet</Button>
        <Button onClick={() => onChoose({ ...choices, conflicts: 'file' })}>Take all of the file</Button>
      </div>
      <ul class="rows">
        {conflicts.slice(0, LISTED).map((conflict) => (
          <li key={conflict.item}>
            <fieldset class="conflict">
              <legend>
                {conflict.who || 'Nobody'}, {conflict.heading}{' '}
                <span class="quiet">row {conflict.row.toLocaleString('en-GB')}</span>
              </legend>
              {(
                [
                  ['sheet', 'Here', conflict.sheet],
                  ['file', 'File', conflict.file],
                ] as const
              ).map(([side, words, text]) => (
                <label key={side} class="check">
                  <input
                    type="radio"
                    name={conflict.item}
                    checked={conflict.decision === side}
                    onChange={() => decide(conflict.item, side)}
                  />
                  <span>
                    <span class="quiet">{words}</span> {text || '(blank)'}
                  </span>
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
      {conflicts.length > LISTED ? (
        <p class="quiet">And {many(conflicts.length - LISTED, 'more', 'more')}: decide those all at once.</p>
      ) : null}
    </fieldset>
  );
}
