import { navigation, type Outcome } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Notice, Screen, StepHeading } from '../parts/layout.tsx';

/** The outcome of a run that left something alone: what, why, and the way back. */
export function DoneScreen({ result }: { result: Outcome }) {
  const { message, kept = [], run, canUndo } = result;
  const footer = (
    <Button kind="primary" onClick={navigation.back}>
      Done
    </Button>
  );
  return (
    <Screen footer={footer}>
      <StepHeading title="Done" />
      <Notice tone="ok" title={message}>
        {canUndo && run ? (
          <Button kind="text" onClick={() => navigation.open({ is: 'undo', run })}>
            Undo
          </Button>
        ) : null}
      </Notice>
      <Kept lines={kept} title="Left as it was" />
    </Screen>
  );
}

/** What a run leaves alone, and why. */
export function Kept({ lines, title }: { lines: readonly string[]; title: string }) {
  return lines.length > 0 ? (
    <Notice tone="warning" title={title}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  ) : null;
}
