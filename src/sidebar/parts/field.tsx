import { useId } from 'preact/hooks';
import type { CodeVerdict } from '../../contract/api.ts';
import { Icon } from './icon.tsx';

export function Field({
  label,
  value,
  onInput,
  code,
  describedBy,
}: {
  label: string;
  value: string;
  onInput: (value: string) => void;
  code?: boolean;
  describedBy?: string;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class={code ? 'code' : undefined}
        value={value}
        spellcheck={!code}
        autocomplete="off"
        aria-describedby={describedBy}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

/** What is said of a code while it is typed. */
export function Verdict({
  id,
  verdict,
  error,
}: {
  id: string;
  verdict: CodeVerdict | null;
  error: string | null;
}) {
  const tone =
    error !== null || verdict?.ok === false ? 'error' : verdict?.warnings.length ? 'warning' : 'ok';
  const lines = error !== null ? [error] : verdict ? [verdict.message, ...verdict.warnings] : [];
  return (
    <div id={id} class={`verdict ${tone}`} role="status">
      {lines.map((line) => (
        <p key={line}>
          <Icon name={tone} /> <span>{line}</span>
        </p>
      ))}
    </div>
  );
}
