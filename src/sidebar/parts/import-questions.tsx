import type { ImportChoices, ImportPreview } from '../../contract/api.ts';
import { grouped, many } from '../words.ts';
import { Button } from './button.tsx';
import { Choices } from './choices.tsx';
import { Card } from './layout.tsx';

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
        <Choices
          legend="How are dates written?"
          name="dates"
          lead={
            <p class="quiet">
              {many(dates.count, 'date reads', 'dates read')} either way, such as {dates.example}.
            </p>
          }
          options={[
            ['dayFirst', dates.dayFirst, 'day first'],
            ['monthFirst', dates.monthFirst, 'month first'],
          ]}
          value={choices.dates}
          disabled={busy}
          onChoose={(order) => onChoose({ ...choices, dates: order })}
        />
      ) : null}
      {customColumns.length > 0 ? (
        <Card title="Columns that the sheet does not have">
          <p>{customColumns.join(', ')}</p>
          <div class="actions">
            <Button busy={busy} onClick={() => onChoose({ ...choices, customColumns: 'add' })}>
              Add them
            </Button>
            <Button busy={busy} onClick={() => onChoose({ ...choices, customColumns: 'leaveOut' })}>
              Leave them out
            </Button>
          </div>
        </Card>
      ) : null}
      {unknownCodes.length > 0 ? (
        <Card title="Codes that are not in the Codes sheet">
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
        </Card>
      ) : null}
      {formerCodes.length > 0 ? (
        <Card title="Codes that have changed">
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
        </Card>
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
  // What was chosen shows at once, before the new preview has it.
  const chosen = conflicts.map(({ item, decision }) => {
    const own = typeof choices.conflicts === 'object' ? choices.conflicts[item] : choices.conflicts;
    return [item, own ?? decision] as const;
  });
  const decide = (item: string, side: 'sheet' | 'file'): void => {
    const decided = Object.fromEntries(chosen.flatMap(([each, own]) => (own ? [[each, own]] : [])));
    onChoose({ ...choices, conflicts: { ...decided, [item]: side } });
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
        {conflicts.slice(0, LISTED).map(({ item, who, heading, row, sheet, file }, i) => (
          <li key={item}>
            <Choices
              plain
              legend={
                <>
                  {who || 'Nobody'}, {heading} <span class="quiet">row {grouped(row)}</span>
                </>
              }
              name={item}
              options={[
                ['sheet', sheet || '(blank)', 'here'],
                ['file', file || '(blank)', 'file'],
              ]}
              value={chosen[i]?.[1]}
              onChoose={(side) => decide(item, side)}
            />
          </li>
        ))}
      </ul>
      {conflicts.length > LISTED ? (
        <p class="quiet">And {many(conflicts.length - LISTED, 'more', 'more')}: decide those all at once.</p>
      ) : null}
    </fieldset>
  );
}
