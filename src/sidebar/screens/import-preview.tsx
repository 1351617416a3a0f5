import { useRef, useState } from 'preact/hooks';
import type { ImportChoices, ImportPreview, ImportSource } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { ChangeList } from '../parts/change-list.tsx';
import { Icon } from '../parts/icon.tsx';
import { ImportQuestions } from '../parts/import-questions.tsx';
import { Progress, Screen, StepHeading } from '../parts/layout.tsx';
import { Failure } from '../parts/outcome.tsx';
import { RejectedRows } from '../parts/rejected-rows.tsx';
import { useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';

/** What a file would do: counts, what is open, what is left out. Then the import, a part at a time. */
export function ImportPreviewScreen({
  source,
  preview,
  choices,
  dates,
  looking,
  error,
  onChoose,
}: {
  source: ImportSource;
  preview: ImportPreview;
  choices: ImportChoices;
  dates: ImportPreview['questions']['dates'];
  looking: boolean;
  error: string | null;
  onChoose: (choices: ImportChoices) => void;
}) {
  const doing = useDoing();
  const [done, setDone] = useState(0);
  const stopped = useRef(false);
  const { counts, questions, notes, basedOn } = preview;
  const rows = counts.new + counts.updated;
  const open =
    questions.dates !== null ||
    questions.conflicts.some(({ decision }) => decision === null) ||
    questions.customColumns.length > 0;
  // A part a call, so that none comes near the six minutes; Cancel keeps the next from starting.
  const go = (from: number, on: string): void =>
    doing.run('importRecords', { ...source, ...choices, basedOn: on }, (result) => {
      const now = from + result.done;
      setDone(now);
      const next = result.basedOn;
      if (next && !stopped.current) return go(now, next);
      navigation.finish({
        ...result,
        message: next
          ? `Stopped: ${grouped(now)} of ${many(rows, 'row')} are in. Import the file again for the rest.`
          : `${many(now, 'row')} imported.`,
      });
    });
  const stop = (): void => {
    stopped.current = true;
    setDone(done);
  };
  const again = (): void => {
    doing.clear();
    setDone(0);
    onChoose(choices);
  };
  const running = doing.busy && rows > 0;
  const footer = running ? (
    <>
      <div class="split wide">
        <span role="status">
          {grouped(done)} of {many(rows, 'row')}
        </span>
        <Button kind="text" onClick={stop}>
          Cancel
        </Button>
      </div>
      <Progress done={done} total={rows} label="Rows imported" />
    </>
  ) : (
    <>
      <Button
        kind="primary"
        disabled={open || rows === 0 || doing.error !== null}
        busy={looking}
        onClick={() => go(0, basedOn)}
      >
        {open ? 'Import' : `Import ${many(rows, 'row')}`}
      </Button>
      <Button onClick={navigation.back}>Cancel</Button>
      {open ? <span class="quiet">Decide what is open first.</span> : null}
    </>
  );
  const tiles = [
    ['New', counts.new, 'new'],
    ['Updated', counts.updated, 'updated'],
    ['Same', counts.same, ''],
    ['Errors', counts.errors, 'error'],
  ] as const;
  return (
    <Screen footer={footer} busy={looking || doing.busy}>
      <StepHeading title={running ? 'Importing' : 'Import preview'} />
      <p class="file-line">
        <Icon name="file" /> <span>{preview.name}</span>
      </p>
      <Failure message={error} onAgain={() => onChoose(choices)} />
      <Failure message={doing.error} again="Look again" onAgain={again} />
      {doing.error && done > 0 ? (
        <p>
          {grouped(done)} of {many(rows, 'row')} are in. A new look counts them as the same.
        </p>
      ) : null}
      <ul class="tiles" aria-label="What the file would do">
        {tiles.map(([title, n, tone]) => (
          <li key={title} class={`tile ${tone}`}>
            <span class="tile-number">{grouped(n)}</span>
            <span class="tile-name">{title}</span>
          </li>
        ))}
      </ul>
      {counts.flagged > 0 ? (
        <p>{many(counts.flagged, 'row')} will be flagged for deletion. Deleting stays a second step.</p>
      ) : null}
      <ImportQuestions
        questions={{ ...questions, dates }}
        choices={choices}
        busy={looking || doing.busy}
        onChoose={onChoose}
      />
      {notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
      <RejectedRows preview={preview} />
      <ChangeList preview={preview} />
    </Screen>
  );
}
