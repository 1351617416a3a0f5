import { useState } from 'preact/hooks';
import type { ImportChoices, ImportPreview, ImportSource } from '../../contract/api.ts';
import { csvFileMessage } from '../../contract/words/csv-file.ts';
import { readCsv } from '../../domain/csv/read-csv.ts';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { ChangeList } from '../parts/change-list.tsx';
import { download } from '../parts/download.ts';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { ImportQuestions } from '../parts/import-questions.tsx';
import { Loading, Notice, Progress, Screen, StepHeading } from '../parts/layout.tsx';
import { useDoing } from '../use-answer.ts';
import { grouped, many } from '../words.ts';
import { useFinish } from './confirm.tsx';

const ERRORS = 20;

/** Choose a file, look at what it would do, answer what is open, import. */
export function ImportScreen() {
  const [source, setSource] = useState<ImportSource | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [choices, setChoices] = useState<ImportChoices>({});
  const [problem, setProblem] = useState<string | null>(null);
  const doing = useDoing();
  const look = (from: ImportSource, chosen: ImportChoices): void => {
    setChoices(chosen);
    doing.run('previewImport', { ...from, ...chosen }, setPreview);
  };
  const take = (from: ImportSource): void => {
    setProblem(null);
    setSource(from);
    look(from, {});
  };
  if (source && preview) {
    return (
      <PreviewScreen
        source={source}
        preview={preview}
        choices={choices}
        looking={doing.busy}
        error={doing.error}
        onChoose={(chosen) => look(source, chosen)}
        onAnother={() => {
          setPreview(null);
          setSource(null);
        }}
      />
    );
  }
  return (
    <ChooseScreen onSource={take} onProblem={setProblem} problem={doing.error ?? problem} busy={doing.busy} />
  );
}

function ChooseScreen({
  onSource,
  onProblem,
  problem,
  busy,
}: {
  onSource: (source: ImportSource) => void;
  onProblem: (problem: string) => void;
  problem: string | null;
  busy: boolean;
}) {
  const navigation = useNavigation();
  const [over, setOver] = useState(false);
  const [sheet, setSheet] = useState('');
  const read = (file: File | undefined): void => {
    if (!file) return;
    const reader = new FileReader();
    reader.onerror = () => onProblem(`${file.name} could not be read. Nothing was changed.`);
    reader.onload = () => {
      const csv = readCsv(new Uint8Array(reader.result as ArrayBuffer));
      if (csv.ok) onSource({ name: file.name, rows: csv.rows, lines: csv.lines });
      else onProblem(`${file.name}: ${csvFileMessage(csv.refusal)}`);
    };
    reader.readAsArrayBuffer(file);
  };
  return (
    <Screen footer={<Button onClick={() => navigation.back()}>Cancel</Button>} busy={busy}>
      <StepHeading title="Import records" />
      {problem ? <Notice tone="error" title={problem} /> : null}
      <label
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          read(event.dataTransfer?.files[0]);
        }}
      >
        <Icon name="file" />
        <span>Choose a CSV file, or drop it here</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          disabled={busy}
          onChange={(event) => read(event.currentTarget.files?.[0])}
        />
      </label>
      {busy ? <Loading what="Comparing the file with your records" /> : null}
      <details class="changes">
        <summary>From another sheet of this file</summary>
        <Field label="Name of the sheet" value={sheet} onInput={setSheet} />
        <Button
          disabled={sheet.trim() === ''}
          busy={busy}
          onClick={() => onSource({ name: sheet, sheet: sheet.trim() })}
        >
          Use this sheet
        </Button>
      </details>
    </Screen>
  );
}

function PreviewScreen({
  source,
  preview,
  choices,
  looking,
  error,
  onChoose,
  onAnother,
}: {
  source: ImportSource;
  preview: ImportPreview;
  choices: ImportChoices;
  looking: boolean;
  error: string | null;
  onChoose: (choices: ImportChoices) => void;
  onAnother: () => void;
}) {
  const navigation = useNavigation();
  const finish = useFinish();
  const doing = useDoing();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const { counts, questions, errors, rejected, notes } = preview;
  const asked =
    questions.dates !== null ||
    questions.conflicts.some(({ decision }) => decision === null) ||
    questions.customColumns.length > 0;
  const rows = counts.new + counts.updated;
  const go = (run?: string, basedOn = preview.basedOn): void =>
    doing.run(
      'importRecords',
      { ...source, ...choices, basedOn, ...(run === undefined ? {} : { run }) },
      (result) => {
        if (result.done < result.total) {
          setProgress({ done: result.done, total: result.total });
          go(result.run, result.basedOn ?? basedOn);
        } else {
          setProgress(null);
          finish(result);
        }
      },
    );
  const footer = progress ? (
    <Button onClick={() => navigation.back()}>Cancel</Button>
  ) : (
    <>
      <Button kind="primary" disabled={asked || rows === 0 || looking} busy={doing.busy} onClick={() => go()}>
        Import {many(rows, 'row')}
      </Button>
      <Button onClick={onAnother}>Cancel</Button>
    </>
  );
  const tiles = [
    ['New', counts.new, 'new'],
    ['Updated', counts.updated, 'updated'],
    ['Same', counts.same, 'same'],
    ['Errors', counts.errors, 'errors'],
  ] as const;
  return (
    <Screen footer={footer} busy={looking || doing.busy}>
      <StepHeading title={progress ? 'Importing' : 'Import preview'} />
      <p class="file-line">
        <Icon name="file" /> {preview.name}
      </p>
      {error || doing.error ? <Notice tone="error" title={error ?? doing.error ?? ''} /> : null}
      {progress ? (
        <>
          <Progress done={progress.done} total={progress.total} label="Rows imported" />
          <p role="status">
            {grouped(progress.done)} of {many(progress.total, 'row')}. You can cancel: what is in stays in,
            and importing the file again goes on from there.
          </p>
        </>
      ) : null}
      <ul class="tiles" aria-label="What the file would do">
        {tiles.map(([title, n, tone]) => (
          <li key={title} class={`tile import-${tone}`}>
            <span class="tile-number">{grouped(n)}</span>
            <span class="tile-name">{title}</span>
          </li>
        ))}
      </ul>
      {counts.flagged > 0 ? (
        <p>{many(counts.flagged, 'row')} will be flagged for deletion. Deleting stays a second step.</p>
      ) : null}
      <ImportQuestions questions={questions} choices={choices} busy={looking} onChoose={onChoose} />
      {notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
      {errors.length > 0 ? (
        <>
          <h2>Rows with errors are left out</h2>
          <ul class="issues">
            {errors.slice(0, ERRORS).map((each) => (
              <li key={`${each.row} ${each.heading}`} class="issue">
                <Icon name="error" />
                <div>
                  <p class="issue-title">
                    Row {grouped(each.row)}, {each.heading}
                  </p>
                  <p class="quiet">{each.message}</p>
                </div>
              </li>
            ))}
          </ul>
          {errors.length > ERRORS ? <p class="quiet">And {grouped(errors.length - ERRORS)} more.</p> : null}
          {rejected ? (
            <Button kind="text" onClick={() => download(rejected)}>
              Download these rows as CSV
            </Button>
          ) : null}
        </>
      ) : null}
      <ChangeList preview={preview} />
    </Screen>
  );
}
