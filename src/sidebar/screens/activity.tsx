import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Loading, Notice, Screen, StepHeading } from '../parts/layout.tsx';
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
  const navigation = useNavigation();
  const { value, error } = useAnswer('activity', {});
  return (
    <Screen footer={<Button onClick={() => navigation.back()}>Close</Button>}>
      <StepHeading title="Activity" />
      {error ? <Notice tone="error" title={error.message} /> : null}
      {!value && !error ? <Loading what="Reading the activity" /> : null}
      {value?.runs.length === 0 ? <p>No run has changed anything yet.</p> : null}
      <ul class="rows">
        {value?.runs.map(({ run, what, who, when, state, canUndo }) => (
          <li key={run}>
            <div class="row-main">{what}</div>
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
    </Screen>
  );
}
