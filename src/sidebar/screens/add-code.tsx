import { useState } from 'preact/hooks';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Field, Verdict } from '../parts/field.tsx';
import { Screen, StepHeading } from '../parts/layout.tsx';
import { Failure } from '../parts/outcome.tsx';
import { useAnswer, useDoing, useSettled } from '../use-answer.ts';

/** A new code, judged while it is typed. */
export function AddCodeScreen() {
  const [code, setCode] = useState('');
  const [description, setDescription] = useState('');
  const [reason, setReason] = useState('');
  const settled = useSettled(code);
  const judged = useAnswer('addCode', { code: settled, dryRun: true });
  const doing = useDoing();
  const typed = code.trim() !== '';
  const verdict = typed && settled === code && !judged.busy ? (judged.value?.verdict ?? null) : null;
  const ready = verdict?.ok === true && (!verdict.needsReason || reason.trim() !== '');
  const add = (): void =>
    doing.run('addCode', { code, description, ...(reason === '' ? {} : { reason }) }, ({ run }) => {
      if (run) navigation.finish(run);
    });
  const footer = (
    <>
      <Button kind="primary" disabled={!ready} busy={doing.busy} onClick={add}>
        Add this code
      </Button>
      <Button onClick={navigation.back}>Cancel</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title="Add a code" />
      <Failure message={doing.error} />
      <Field label="Code" value={code} onInput={setCode} type="code" describedBy="verdict" />
      <Verdict id="verdict" verdict={verdict} error={typed ? judged.error?.message : null} />
      <Field label="Description" value={description} onInput={setDescription} />
      {verdict?.needsReason ? <Field label="Why it comes back" value={reason} onInput={setReason} /> : null}
    </Screen>
  );
}
