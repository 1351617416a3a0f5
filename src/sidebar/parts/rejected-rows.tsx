import type { ImportPreview } from '../../contract/api.ts';
import { grouped } from '../words.ts';
import { Button } from './button.tsx';
import { download } from './download.ts';
import { Icon } from './icon.tsx';
import { Rest } from './more.tsx';

const LISTED = 20;

/** What the file has wrong, row by row, and these rows as a file to mend and import. */
export function RejectedRows({ preview }: { preview: ImportPreview }) {
  const { errors, rejected } = preview;
  if (errors.length === 0) return null;
  return (
    <>
      <h2>Rows with errors are left out</h2>
      <ul class="rows">
        {errors.slice(0, LISTED).map(({ row, heading, message }) => (
          <li key={`${row} ${heading}`} class="with-icon">
            <Icon name="error" />
            <div>
              <p class="issue-title">
                Row {grouped(row)}, {heading}
              </p>
              <p class="quiet">{message}</p>
            </div>
          </li>
        ))}
      </ul>
      <Rest left={preview.counts.errors - Math.min(LISTED, errors.length)} />
      {rejected ? (
        <Button kind="text" onClick={() => download(rejected)}>
          Download these rows as CSV
        </Button>
      ) : null}
    </>
  );
}
