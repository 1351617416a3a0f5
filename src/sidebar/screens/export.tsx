import { useState } from 'preact/hooks';
import type { CsvFile, ExportInput } from '../../contract/api.ts';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Field } from '../parts/field.tsx';
import { Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { useDoing } from '../use-answer.ts';
import { many } from '../words.ts';

const WHICH = [
  ['all', 'All records'],
  ['selected', 'The rows selected in the sheet'],
  ['code', 'The records of one code'],
  ['flagged', 'The flagged records'],
] as const;

export function ExportScreen() {
  const navigation = useNavigation();
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
      <Button onClick={() => navigation.back()}>Close</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title="Export records" />
      <fieldset class="card">
        <legend>Which records</legend>
        {WHICH.map(([name, title]) => (
          <label key={name} class="check">
            <input
              type="radio"
              name="which"
              checked={which === name}
              onChange={() => {
                setWhich(name);
                setFile(null);
              }}
            />
            <span>{title}</span>
          </label>
        ))}
        {which === 'code' ? (
          <Field
            label="Code"
            value={code}
            code
            onInput={(text) => {
              setCode(text);
              setFile(null);
            }}
          />
        ) : null}
      </fieldset>
      {doing.error ? <Notice tone="error" title={doing.error} /> : null}
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
