import type { ComponentChildren } from 'preact';

/** One of a few, as radio buttons; each may say something more in grey. */
export function Choices<T extends string>({
  legend,
  name,
  options,
  value,
  disabled,
  plain,
  lead,
  children,
  onChoose,
}: {
  legend: ComponentChildren;
  name: string;
  options: readonly (readonly [value: T, words: string, more?: string])[];
  value: T | null | undefined;
  disabled?: boolean;
  /** Without a frame of its own. */
  plain?: boolean;
  lead?: ComponentChildren;
  children?: ComponentChildren;
  onChoose: (value: T) => void;
}) {
  return (
    <fieldset class={plain ? 'plain' : 'card'} disabled={disabled}>
      <legend>{legend}</legend>
      {lead}
      {options.map(([each, words, more]) => (
        <label key={each} class="check">
          <input type="radio" name={name} checked={value === each} onChange={() => onChoose(each)} />
          <span>{words}</span>
          {more ? <span class="quiet">{more}</span> : null}
        </label>
      ))}
      {children}
    </fieldset>
  );
}

/** One of a few, as chips that filter what stands below. */
export function Chips<T extends string>({
  options,
  value,
  children,
  onChoose,
}: {
  options: readonly (readonly [value: T, words: string])[];
  value: T;
  children?: ComponentChildren;
  onChoose: (value: T) => void;
}) {
  return (
    <fieldset class="chips">
      <legend class="hidden">Show</legend>
      {options.map(([each, words]) => (
        <button
          key={each}
          type="button"
          class="chip"
          aria-pressed={value === each}
          onClick={() => onChoose(each)}
        >
          {words}
        </button>
      ))}
      {children}
    </fieldset>
  );
}
