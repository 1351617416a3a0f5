import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from './server.ts';

/** The value bar, where cells are edited; a cell with choices offers them. */
export function Editor({
  sheet,
  row,
  column,
  value,
  choices,
  focus,
  readOnly,
  onStart,
  onCancel,
  onDone,
}: {
  sheet: number;
  row: number;
  column: number;
  value: string;
  choices: boolean;
  focus: boolean;
  readOnly: boolean;
  onStart: () => void;
  onCancel: () => void;
  onDone: (text: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [options, setOptions] = useState<string[]>([]);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (!focus) return;
    input.current?.focus();
    if (choices) void ask<string[]>('choices', { sheet, row, column }).then(setOptions);
  }, [focus]);
  return (
    <>
      <input
        ref={input}
        class="value"
        aria-label="Value of the selected cell"
        value={text}
        readOnly={readOnly}
        list={options.length > 0 ? 'choices' : undefined}
        onFocus={onStart}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onDone(text);
          if (event.key === 'Escape') onCancel();
        }}
      />
      <datalist id="choices">
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </>
  );
}
