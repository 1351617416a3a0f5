import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Notice, Screen, StepHeading } from '../parts/layout.tsx';

/** The outcome of a run, what it left alone, and the way back. */
export function DoneScreen({ message, kept, run }: { message: string; kept: string[]; run: string | null }) {
  const navigation = useNavigation();
  const footer = (
    <Button kind="primary" onClick={() => navigation.back()}>
      Done
    </Button>
  );
  return (
    <Screen footer={footer}>
      <StepHeading title="Done" />
      <Notice tone="ok" title={message}>
        {run === null ? null : (
          <Button kind="text" onClick={() => navigation.open({ is: 'undo', run })}>
            Undo
          </Button>
        )}
      </Notice>
      {kept.length > 0 ? (
        <Notice tone="warning" title="Left as it was">
          <ul>
            {kept.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </Screen>
  );
}
