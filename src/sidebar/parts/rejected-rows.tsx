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
        {errors.slice(0, LISTED).map(({ row, heading, message, advice }) => (
          <li key={`${row} ${heading} ${message}`} class="with-icon">
            <Icon name="error" />
            <div>
              <p class="issue-title">
                Row {grouped(row)}, {heading}
              </p>
              <p class="quiet">{message}</p>
              <p class="quiet">{advice}</p>
            </div>
          </li>
        ))}
      </ul>
      <Rest left={errors.length - LISTED} />
      {rejected ? (
        <Button kind="text" onClick={() => download(rejected)}>
          Download these rows as CSV
        </Button>
      ) : null}
    </>
  );
}
