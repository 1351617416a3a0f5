import { useState } from 'preact/hooks';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Screen, StepHeading } from '../parts/layout.tsx';
import { More, PAGE } from '../parts/more.tsx';
import { Waiting } from '../parts/outcome.tsx';
import { useAnswer } from '../use-answer.ts';
import { whenWords } from '../words.ts';

const STATES = {
  running: 'Not finished',
  done: '',
  undone: 'Undone',
  partlyUndone: 'Undone in part',
} as const;

/** Every run that changed something, newest first. */
export function ActivityScreen() {
  const activity = useAnswer('activity', {});
  const [count, setCount] = useState(PAGE);
  const runs = activity.value?.runs ?? [];
  return (
    <Screen footer={<Button onClick={navigation.back}>Close</Button>}>
      <StepHeading title="Activity" />
      <Waiting answer={activity} what="Reading the activity" />
      {runs.length === 0 && activity.value ? <p>No run has changed anything yet.</p> : null}
      <ul class="rows">
        {runs.slice(0, count).map(({ run, what, who, when, state, canUndo }) => (
          <li key={run}>
            <div>{what}</div>
            <div class="row-detail">
              {[when === '' ? '' : whenWords(when), who, STATES[state]].filter(Boolean).join(' \u00b7 ')}
            </div>
            {canUndo ? (
              <Button kind="text" onClick={() => navigation.open({ is: 'undo', run })}>
                Undo<span class="hidden">: {what}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <More left={runs.length - count} onMore={() => setCount(count + PAGE)} />
    </Screen>
  );
}
