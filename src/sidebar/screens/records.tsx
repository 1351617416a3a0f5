import type { Overview } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { ImportFrom } from '../parts/import-from.tsx';
import { Screen, TabHeading } from '../parts/layout.tsx';
import { Failure, Waiting } from '../parts/outcome.tsx';
import { type Loading, useDoing } from '../use-answer.ts';
import { many } from '../words.ts';

/** What managers do with records: bring them in, take them out, delete what is flagged. */
export function RecordsScreen({ overview }: { overview: Loading<Overview> }) {
  const template = useDoing();
  const { value } = overview;
  const records = value?.sheets.find(({ sheet }) => sheet === 'records')?.rows ?? 0;
  return (
    <Screen busy={overview.busy}>
      <TabHeading title="Records" />
      <Waiting answer={overview} what="Reading your sheets" />
      {value ? (
        <>
          <section class="part">
            <h2>Import</h2>
            <ImportFrom sheets={value.otherSheets} />
            <Button
              kind="text"
              busy={template.busy}
              onClick={() => template.run('recordsTemplate', {}, download)}
            >
              Download the template
            </Button>
            <Failure message={template.error} />
          </section>
          <section class="part">
            <h2>Export</h2>
            <p>{many(records, 'record')}, as the file that the LMS imports.</p>
            <Button onClick={() => navigation.open({ is: 'export' })}>Export records</Button>
          </section>
          <section class="part">
            <h2>Delete</h2>
            <p>
              {value.flagged === 0
                ? 'No row has Delete? ticked. Tick the box in the Records sheet to mark rows.'
                : `${many(value.flagged, 'row has', 'rows have')} Delete? ticked.`}
            </p>
            <Button onClick={() => navigation.open({ is: 'deleteFlagged' })}>Review flagged records</Button>
          </section>
        </>
      ) : null}
    </Screen>
  );
}
