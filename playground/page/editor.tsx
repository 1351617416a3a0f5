import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from './server.ts';

/**
 * The value bar, where cells are edited; a cell with choices offers them. The input keeps its own text: a key typed on the
 * grid must land in it at once, and none may wait for the page to be drawn again.
 */
export function Editor({
  input,
  sheet,
  row,
  column,
  value,
  choices,
  readOnly,
  onCancel,
  onDone,
}: {
  input: RefObject<HTMLInputElement | null>;
  sheet: number;
  row: number;
  column: number;
  value: string;
  choices: boolean;
  readOnly: boolean;
  onCancel: () => void;
  onDone: (text: string) => void;
}) {
  const [options, setOptions] = useState<string[]>([]);
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value, row, column]);
  const offer = (): void => {
    if (choices) void ask<string[]>('choices', { sheet, row, column }).then(setOptions);
    else setOptions([]);
  };
  return (
    <>
      <input
        ref={input}
        class="value"
        aria-label="Value of the selected cell"
        readOnly={readOnly}
        list={options.length > 0 ? 'choices' : undefined}
        onFocus={offer}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onDone(event.currentTarget.value);
          if (event.key === 'Escape') {
            event.currentTarget.value = value;
            onCancel();
          }
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
