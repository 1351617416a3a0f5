import { useState } from 'preact/hooks';
import type { RenameInput } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { Field, Verdict } from '../parts/field.tsx';
import { Loading, Screen, StepHeading } from '../parts/layout.tsx';
import { finishRename, Reach } from '../parts/reach.tsx';
import { useAnswer, useDoing, useSettled } from '../use-answer.ts';
import { Stale } from './confirm.tsx';

/** What changes for you, and what you must change by hand, before anything changes. */
export function RenameScreen({ code }: { code: string }) {
  const [to, setTo] = useState('');
  const [records, setRecords] = useState(true);
  const [reason, setReason] = useState('');
  const why = useSettled(reason);
  const settled = useSettled(to);
  const input: RenameInput = { from: code, to: settled, records, ...(why === '' ? {} : { reason: why }) };
  const preview = useAnswer('previewRename', input);
  const doing = useDoing();
  const typed = to.trim() !== '';
  const current = typed && settled === to && why === reason && !preview.busy;
  const verdict = typed ? (preview.value?.verdict ?? null) : null;
  const shown = current && verdict?.ok ? preview.value : null;
  const footer = (
    <>
      <Button
        kind="primary"
        disabled={!shown}
        busy={doing.busy}
        onClick={() => shown && doing.run('rename', { ...input, basedOn: shown.basedOn }, finishRename)}
      >
        {shown?.confirm ?? 'Rename'}
      </Button>
      <Button onClick={navigation.back}>Cancel</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={`Rename ${code}`} />
      <Stale doing={doing} preview={preview} />
      <Field label="New code" value={to} onInput={setTo} type="code" describedBy="verdict" />
      <Verdict
        id="verdict"
        verdict={current ? verdict : null}
        error={typed ? preview.error?.message : null}
      />
      {verdict?.needsReason ? <Field label="Why it comes back" value={reason} onInput={setReason} /> : null}
      <label class="check">
        <input
          type="checkbox"
          checked={records}
          onChange={(event) => setRecords(event.currentTarget.checked)}
        />
        <span>Change training records, too</span>
      </label>
      {typed && !current && !preview.error ? <Loading what="Working out what would change" /> : null}
      {shown ? <Reach preview={shown} /> : null}
    </Screen>
  );
}
