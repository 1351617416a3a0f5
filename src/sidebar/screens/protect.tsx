import { useEffect, useState } from 'preact/hooks';
import type { Protection } from '../../contract/api.ts';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Loading, Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { useAnswer, useDoing } from '../use-answer.ts';

const HOW = [
  ['off', 'Everyone who can edit this file'],
  ['warning', 'Everyone, after a warning'],
  ['editors', 'Only the people named here'],
] as const;

/** Who may edit the Codes sheet. */
export function ProtectScreen() {
  const navigation = useNavigation();
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
      <Button onClick={() => navigation.back()}>Close</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title="Who may edit the Codes sheet" />
      {loaded.error ? <Notice tone="error" title={loaded.error.message} /> : null}
      {doing.error ? <Notice tone="error" title={doing.error} /> : null}
      {saved ? <Notice tone="ok" title="Saved" /> : null}
      {locked ? <Notice tone="warning" title="You may not change this. Ask the owner of the file." /> : null}
      {!loaded.value && !loaded.error ? <Loading what="Reading the protection" /> : null}
      {loaded.value ? (
        <fieldset class="card" disabled={locked}>
          <legend>Who may edit it</legend>
          {HOW.map(([name, title]) => (
            <label key={name} class="check">
              <input type="radio" name="how" checked={how === name} onChange={() => setHow(name)} />
              <span>{title}</span>
            </label>
          ))}
          {how === 'editors' ? (
            <>
              <label for="people">Email addresses, one a line</label>
              <textarea
                id="people"
                rows={4}
                value={people}
                onInput={(event) => setPeople(event.currentTarget.value)}
              />
              <p class="quiet">The owner of the file and you ({loaded.value.you}) always may.</p>
              {wrong === undefined ? null : <p role="status">{wrong} is not an email address.</p>}
            </>
          ) : null}
        </fieldset>
      ) : null}
    </Screen>
  );
}
