import { useEffect, useState } from 'preact/hooks';
import type { ImportChoices, ImportPreview, ImportSource } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Loading, Screen, StepHeading } from '../parts/layout.tsx';
import { Failure } from '../parts/outcome.tsx';
import { readFile } from '../read-file.ts';
import { useDoing } from '../use-answer.ts';
import { ImportPreviewScreen } from './import-preview.tsx';

/** Reads a file (or takes a sheet's name), looks at what it would do, and again with every answer that is given. */
export function ImportScreen({ from }: { from: File | string }) {
  const [source, setSource] = useState<ImportSource | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [choices, setChoices] = useState<ImportChoices>({});
  // Asked once, but the answer stays to be seen, and to be changed.
  const [dates, setDates] = useState<ImportPreview['questions']['dates']>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const doing = useDoing();
  const look = (at: ImportSource, chosen: ImportChoices): void => {
    setChoices(chosen);
    doing.run('previewImport', { ...at, ...chosen }, (next) => {
      setPreview(next);
      if (next.questions.dates) setDates(next.questions.dates);
    });
  };
  const take = (what: ImportSource | string): void => {
    if (typeof what === 'string') setProblem(what);
    else {
      setSource(what);
      look(what, {});
    }
  };
  useEffect(() => {
    if (typeof from === 'string') take({ name: from, sheet: from });
    else void readFile(from).then(take);
  }, [from]);
  if (source && preview) {
    return (
      <ImportPreviewScreen
        source={source}
        preview={preview}
        choices={choices}
        dates={dates}
        looking={doing.busy}
        error={doing.error}
        onChoose={(chosen) => look(source, chosen)}
      />
    );
  }
  const failed = problem ?? doing.error;
  return (
    <Screen footer={<Button onClick={navigation.back}>{failed ? 'Close' : 'Cancel'}</Button>}>
      <StepHeading title="Import records" />
      {failed ? (
        <Failure message={failed} {...(source ? { onAgain: () => look(source, choices) } : {})} />
      ) : (
        <Loading what="Comparing the file with your records" />
      )}
    </Screen>
  );
}
