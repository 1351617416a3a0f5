import type { ComponentChildren } from 'preact';
import type { FixInput, Preview } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { ChangeList } from '../parts/change-list.tsx';
import { Screen, StepHeading } from '../parts/layout.tsx';
import { Failure, Waiting } from '../parts/outcome.tsx';
import { type Doing, type Loading, useAnswer, useDoing } from '../use-answer.ts';
import { Kept } from './done.tsx';

/** A preview and its confirmation: what every change looks like before it is made. */
function Confirm({
  title,
  preview,
  doing,
  onConfirm,
  children,
}: {
  title: string;
  preview: Loading<Preview>;
  doing: Doing;
  onConfirm: (basedOn: string) => void;
  children?: ComponentChildren;
}) {
  const { value } = preview;
  const footer = (
    <>
      {value ? (
        <Button
          kind="primary"
          disabled={preview.busy}
          busy={doing.busy}
          onClick={() => onConfirm(value.basedOn)}
        >
          {value.confirm}
        </Button>
      ) : null}
      <Button onClick={navigation.back}>Cancel</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={title} />
      <Stale doing={doing} preview={preview} />
      <Waiting answer={preview} what="Working out what would change" />
      {value?.summary.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
      {value ? <ChangeList preview={value} /> : null}
    </Screen>
  );
}

/** A run that was refused: mostly because the sheet changed since its preview, so the way on is a new one. */
export function Stale({ doing, preview }: { doing: Doing; preview: Loading<unknown> }) {
  const again = (): void => {
    doing.clear();
    preview.reload();
  };
  return <Failure message={doing.error} again="Show the new preview" onAgain={again} />;
}

export function FixScreen({ input, label }: { input: FixInput; label: string }) {
  const preview = useAnswer('previewFix', input);
  const doing = useDoing();
  return (
    <Confirm
      title={label}
      preview={preview}
      doing={doing}
      onConfirm={(basedOn) => doing.run('fix', { ...input, basedOn }, navigation.finish)}
    />
  );
}

export function UndoScreen({ run }: { run: string }) {
  const preview = useAnswer('previewUndo', { run });
  const doing = useDoing();
  return (
    <Confirm
      title="Undo"
      preview={preview}
      doing={doing}
      onConfirm={(basedOn) => doing.run('undo', { run, basedOn }, navigation.finish)}
    >
      <Kept lines={preview.value?.kept ?? []} title="Some things stay as they are" />
    </Confirm>
  );
}

export function AddPathRecordsScreen({ path, title }: { path: string; title: string }) {
  const preview = useAnswer('previewAddPathRecords', { path });
  const doing = useDoing();
  return (
    <Confirm
      title={`Records for ${title}`}
      preview={preview}
      doing={doing}
      onConfirm={(basedOn) => doing.run('addPathRecords', { path, basedOn }, navigation.finish)}
    />
  );
}
