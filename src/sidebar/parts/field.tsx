import type { CodeVerdict } from '../../contract/api.ts';
import { Icon } from './icon.tsx';

export function Field({
  label,
  value,
  onInput,
  type,
  describedBy,
}: {
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'code' | 'date';
  describedBy?: string;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class={type}
        {...(type === 'date' ? { type } : {})}
        value={value}
        spellcheck={type !== 'code'}
        autocomplete="off"
        aria-describedby={describedBy}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

export function Search({
  label,
  value,
  onInput,
}: {
  label: string;
  value: string;
  onInput: (value: string) => void;
}) {
  return (
    <label class="search">
      <Icon name="search" />
      <span class="hidden">{label}</span>
      <input
        type="search"
        placeholder={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
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
  error: string | null | undefined;
}) {
  const tone = error || verdict?.ok === false ? 'error' : verdict?.warnings.length ? 'warning' : 'ok';
  const lines = error ? [error] : verdict ? [verdict.message, ...verdict.warnings] : [];
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
