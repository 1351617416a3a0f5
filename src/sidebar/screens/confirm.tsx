import type { ComponentChildren } from 'preact';
import type { FixInput, Preview, RunResult } from '../../contract/api.ts';
import { useNavigation } from '../navigation.ts';
import { Button } from '../parts/button.tsx';
import { ChangeList } from '../parts/change-list.tsx';
import { Loading, Notice, Screen, StepHeading } from '../parts/layout.tsx';
import { type Doing, useAnswer, useDoing } from '../use-answer.ts';

/** A preview and its confirmation: what every change looks like before it is made. */
export function Confirm({
  title,
  preview,
  error,
  doing,
  danger,
  onConfirm,
  onRetry,
  children,
}: {
  title: string;
  preview: Preview | null;
  error: string | null;
  doing: Doing;
  danger?: boolean;
  onConfirm: (basedOn: string) => void;
  onRetry: () => void;
  children?: ComponentChildren;
}) {
  const navigation = useNavigation();
  const footer = (
    <>
      {preview ? (
        <Button
          kind={danger ? 'danger' : 'primary'}
          busy={doing.busy}
          onClick={() => onConfirm(preview.basedOn)}
        >
          {preview.confirm}
        </Button>
      ) : error ? (
        <Button onClick={onRetry}>Try again</Button>
      ) : null}
      <Button onClick={() => navigation.back()}>Cancel</Button>
    </>
  );
  return (
    <Screen footer={footer} busy={doing.busy}>
      <StepHeading title={title} />
      {doing.error ? (
        <Notice tone="error" title={doing.error}>
          <Button kind="text" onClick={onRetry}>
            Show the new preview
          </Button>
        </Notice>
      ) : null}
      {error ? <Notice tone="error" title={error} /> : null}
      {!preview && !error ? <Loading what="Working out what would change" /> : null}
      {preview?.summary.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
      {preview ? <ChangeList preview={preview} /> : null}
    </Screen>
  );
}

/** Where a finished run leads: its outcome, with Undo. */
export function useFinish(): (run: RunResult) => void {
  const navigation = useNavigation();
  return ({ message, kept, run, canUndo }) =>
    navigation.open({ is: 'done', message, kept, run: canUndo ? run : null });
}

export function FixScreen({ input, label }: { input: FixInput; label: string }) {
  const preview = useAnswer('previewFix', input);
  const doing = useDoing();
  const finish = useFinish();
  const retry = (): void => {
    doing.clear();
    preview.reload();
  };
  return (
    <Confirm
      title={label}
      preview={preview.value}
      error={preview.error?.message ?? null}
      doing={doing}
      onRetry={retry}
      onConfirm={(basedOn) => doing.run('fix', { ...input, basedOn }, finish)}
    />
  );
}

export function UndoScreen({ run }: { run: string }) {
  const preview = useAnswer('previewUndo', { run });
  const doing = useDoing();
  const finish = useFinish();
  const kept = preview.value?.kept ?? [];
  return (
    <Confirm
      title="Undo"
      preview={preview.value}
      error={preview.error?.message ?? null}
      doing={doing}
      onRetry={() => {
        doing.clear();
        preview.reload();
      }}
      onConfirm={(basedOn) => doing.run('undo', { run, basedOn }, finish)}
    >
      {kept.length > 0 ? (
        <Notice tone="warning" title="Some things stay as they are">
          <ul>
            {kept.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </Confirm>
  );
}

export function AddPathRecordsScreen({ path, title }: { path: string; title: string }) {
  const preview = useAnswer('previewAddPathRecords', { path });
  const doing = useDoing();
  const finish = useFinish();
  return (
    <Confirm
      title={`Records for ${title}`}
      preview={preview.value}
      error={preview.error?.message ?? null}
      doing={doing}
      onRetry={() => {
        doing.clear();
        preview.reload();
      }}
      onConfirm={(basedOn) => doing.run('addPathRecords', { path, basedOn }, finish)}
    />
  );
}
