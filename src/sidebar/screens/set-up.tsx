import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Card } from '../parts/layout.tsx';
import { Failure } from '../parts/outcome.tsx';
import { useDoing } from '../use-answer.ts';

function useSetUp() {
  const doing = useDoing();
  return {
    ...doing,
    setUp: (sampleRows?: 'add' | 'remove'): void =>
      doing.run('setUpSheets', sampleRows ? { sampleRows } : {}, navigation.finish),
  };
}

/** What is missing of the four sheets is made. */
export function SetUp() {
  const { busy, error, setUp } = useSetUp();
  return (
    <Card title="Set up the sheets">
      <p>Makes what is missing of Codes, Content, Paths and Records. What you have stays as it is.</p>
      <Failure message={error} />
      <div class="actions">
        <Button kind="primary" busy={busy} onClick={() => setUp()}>
          Set up sheets
        </Button>
        <Button kind="text" busy={busy} onClick={() => setUp('add')}>
          With sample rows
        </Button>
      </div>
    </Card>
  );
}

/** Rows to look at in empty sheets, and the way to be rid of them. */
export function SampleRows({ standing }: { standing: boolean }) {
  const { busy, error, setUp } = useSetUp();
  return (
    <Card title={standing ? 'The sheets hold sample rows' : 'The sheets are empty'}>
      <p>
        {standing
          ? 'Look around, then take them out. Your own rows stay.'
          : 'Type or paste your codes and content, or look at a few sample rows first.'}
      </p>
      <Failure message={error} />
      <div class="actions">
        <Button busy={busy} onClick={() => setUp(standing ? 'remove' : 'add')}>
          {standing ? 'Remove the sample rows' : 'Add sample rows'}
        </Button>
      </div>
    </Card>
  );
}
