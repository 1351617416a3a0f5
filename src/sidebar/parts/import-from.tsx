import { useState } from 'preact/hooks';
import { navigation } from '../navigation.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A file to choose or drop, or another sheet of this spreadsheet. */
export function ImportFrom({ sheets }: { sheets: readonly string[] }) {
  const [over, setOver] = useState(false);
  const [sheet, setSheet] = useState(sheets[0] ?? '');
  const take = (file: File | undefined): void => {
    if (file) navigation.open({ is: 'import', from: file });
  };
  return (
    <>
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
          take(event.dataTransfer?.files[0]);
        }}
      >
        <Icon name="upload" />
        <span>
          <strong>Choose a CSV file</strong>
          <br />
          or drop it here. You see a preview before anything changes.
        </span>
        <input
          type="file"
          class="hidden"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
      </label>
      {sheets.length > 0 ? (
        <details class="changes">
          <summary>From another sheet of this file</summary>
          <label class="field">
            <span>Sheet</span>
            <select value={sheet} onChange={(event) => setSheet(event.currentTarget.value)}>
              {sheets.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <Button onClick={() => navigation.open({ is: 'import', from: sheet })}>Use this sheet</Button>
        </details>
      ) : null}
    </>
  );
}
