import { useState } from 'preact/hooks';
import type { CsvFile, ExportInput } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Choices } from '../parts/choices.tsx';
import { download } from '../parts/download.ts';
import { Field } from '../parts/field.tsx';
import { Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { Failure } from '../parts/outcome.tsx';
import { useDoing } from '../use-answer.ts';
import { many } from '../words.ts';

const WHICH = [
  ['all', 'All records'],
  ['selected', 'The rows selected in the sheet'],
  ['code', 'The records of one code'],
  ['flagged', 'The flagged records'],
] as const;

export function ExportScreen() {
  const [which, setWhich] = useState<ExportInput['which']>('all');
  const [code, setCode] = useState('');
  const [file, setFile] = useState<CsvFile | null>(null);
  const doing = useDoing();
  const make = (): void =>
    doing.run('exportRecords', which === 'code' ? { which, code } : { which }, setFile);
  const footer = (
    <>
      {file ? (
        <Button kind="primary" onClick={() => download(file)}>
          Download {many(file.rows, 'record')}
        </Button>
      ) : (
        <Button
          kind="primary"
          busy={doing.busy}
          disabled={which === 'code' && code.trim() === ''}
          onClick={make}
        >
          Make the file
        </Button>
      )}
      <Button onClick={navigation.back}>Close</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title="Export records" />
      <Choices
        legend="Which records"
        name="which"
        options={WHICH}
        value={which}
        onChoose={(next) => {
          setWhich(next);
          setFile(null);
        }}
      >
        {which === 'code' ? (
          <Field
            label="Code"
            value={code}
            type="code"
            onInput={(text) => {
              setCode(text);
              setFile(null);
            }}
          />
        ) : null}
      </Choices>
      <Failure message={doing.error} />
      {file ? (
        <Notice tone="ok" title={`${file.name} is ready`}>
          <ul>
            {file.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </Screen>
  );
}
