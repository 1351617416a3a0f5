import { useEffect, useState } from 'preact/hooks';
import type { Protection } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Choices } from '../parts/choices.tsx';
import { Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { Failure, Waiting } from '../parts/outcome.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';

const HOW = [
  ['off', 'Everyone who can edit this file'],
  ['warning', 'Everyone, after a warning'],
  ['editors', 'Only the people named here'],
] as const;

/** Who may edit the Codes sheet. */
export function ProtectScreen() {
  const loaded = useAnswer('protectCodes', {});
  const doing = useDoing();
  const [how, setHow] = useState<'off' | 'warning' | 'editors'>('off');
  const [people, setPeople] = useState('');
  const [saved, setSaved] = useState(false);
  const take = (now: Protection): void => {
    setHow(!now.protected ? 'off' : now.warningOnly ? 'warning' : 'editors');
    setPeople(now.editors.join('\n'));
  };
  useEffect(() => {
    if (loaded.value) take(loaded.value);
  }, [loaded.value]);
  const editors = people.split(/[\s,;]+/).filter(Boolean);
  const wrong = editors.find((email) => !/^[^@]+@[^@]+$/.test(email));
  const save = (): void => {
    setSaved(false);
    doing.run('protectCodes', how === 'editors' ? { set: how, editors } : { set: how }, (now) => {
      take(now);
      setSaved(true);
    });
  };
  const choose = (next: typeof how): void => {
    setHow(next);
    setSaved(false);
  };
  const locked = loaded.value?.canEdit === false;
  const footer = (
    <>
      <Button
        kind="primary"
        disabled={
          !loaded.value || locked || (how === 'editors' && (wrong !== undefined || editors.length === 0))
        }
        busy={doing.busy}
        onClick={save}
      >
        Save
      </Button>
      <Button onClick={navigation.back}>Close</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title="Who may edit the Codes sheet" />
      <Waiting answer={loaded} what="Reading the protection" />
      <Failure message={doing.error} />
      {saved ? <Notice tone="ok" title="Saved" /> : null}
      {locked ? <Notice tone="warning" title="You may not change this. Ask the owner of the file." /> : null}
      {loaded.value ? (
        <Choices
          legend="Who may edit it"
          name="how"
          options={HOW}
          value={how}
          disabled={locked}
          onChoose={choose}
        >
          {how === 'editors' ? (
            <>
              <label class="field">
                <span>Email addresses, one a line</span>
                <textarea rows={4} value={people} onInput={(event) => setPeople(event.currentTarget.value)} />
              </label>
              <p class="quiet">The owner of the file and you ({loaded.value.you}) always may.</p>
              <p role="status">{wrong === undefined ? '' : `${wrong} is not an email address.`}</p>
            </>
          ) : null}
        </Choices>
      ) : null}
    </Screen>
  );
}
