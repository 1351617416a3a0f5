import { useState } from 'preact/hooks';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Field, Verdict } from '../parts/field.tsx';
import { Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { useAnswer, useDoing, useSettled } from '../use-answer.ts';
import { useFinish } from './confirm.tsx';

/** A new code, judged while it is typed. */
export function AddCodeScreen() {
  const navigation = useNavigation();
  const finish = useFinish();
  const [code, setCode] = useState('');
  const [description, setDescription] = useState('');
  const [reason, setReason] = useState('');
  const judged = useAnswer('addCode', { code: useSettled(code), dryRun: true });
  const doing = useDoing();
  const verdict = code.trim() === '' ? null : (judged.value?.verdict ?? null);
  const ready = verdict?.ok === true && !judged.busy && (!verdict.needsReason || reason.trim() !== '');
  const add = (): void =>
    doing.run('addCode', { code, description, ...(reason === '' ? {} : { reason }) }, ({ run }) => {
      if (run) finish(run);
    });
  const footer = (
    <>
      <Button kind="primary" disabled={!ready} busy={doing.busy} onClick={add}>
        Add this code
      </Button>
      <Button onClick={() => navigation.back()}>Cancel</Button>
    </>
  );
  return (
    <Screen footer={footer}>
      <StepHeading title="Add a code" />
      {doing.error ? <Notice tone="error" title={doing.error} /> : null}
      <Field label="Code" value={code} onInput={setCode} code describedBy="verdict" />
      <Verdict id="verdict" verdict={verdict} error={judged.error?.message ?? null} />
      <Field label="Description" value={description} onInput={setDescription} />
      {verdict?.needsReason ? <Field label="Why it comes back" value={reason} onInput={setReason} /> : null}
    </Screen>
  );
}
