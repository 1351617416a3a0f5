import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Card, Notice, Screen } from '../parts/layout.tsx';
import { useDoing } from '../use-answer.ts';

/** What managers do with records: bring them in, take them out, delete what is flagged. */
export function RecordsScreen() {
  const navigation = useNavigation();
  const template = useDoing();
  return (
    <Screen>
      <h1 class="hidden">Records</h1>
      <Card title="Import">
        <p>
          Adds and updates records from a CSV file of your LMS. You see everything before anything changes.
        </p>
        <div class="actions">
          <Button kind="primary" onClick={() => navigation.open({ is: 'import' })}>
            Import records
          </Button>
          <Button
            kind="text"
            busy={template.busy}
            onClick={() => template.run('recordsTemplate', {}, download)}
          >
            Template
          </Button>
        </div>
        {template.error ? <Notice tone="error" title={template.error} /> : null}
      </Card>
      <Card title="Export">
        <p>Makes the file that the LMS imports.</p>
        <Button onClick={() => navigation.open({ is: 'export' })}>Export records</Button>
      </Card>
      <Card title="Delete flagged records">
        <p>Rows with Delete? ticked move to the Deleted Records sheet.</p>
        <Button onClick={() => navigation.open({ is: 'deleteFlagged' })}>Review flagged records</Button>
      </Card>
    </Screen>
  );
}
