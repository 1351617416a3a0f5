import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
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
  onLeave,
}: {
  input: RefObject<HTMLInputElement | null>;
  sheet: number;
  row: number;
  column: number;
  value: string;
  choices: boolean;
  readOnly: boolean;
  onCancel: () => void;
  /** Enter or Tab: the text is for this cell, and the selection goes on. */
  onDone: (text: string, key: 'Enter' | 'Tab') => void;
  /** The focus went elsewhere: the text is for the cell in which it was typed. */
  onLeave: (row: number, column: number, text: string) => void;
}) {
  const [options, setOptions] = useState<string[]>([]);
  // The cell that is being edited: by the time the focus is lost, another one may be selected.
  const edited = useRef<{ row: number; column: number; value: string } | null>(null);
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
        onFocus={() => {
          edited.current ??= { row, column, value };
          offer();
        }}
        onBlur={({ currentTarget }) => {
          // Another window came to the front: the field still has the focus when this one is back.
          if (document.activeElement === currentTarget) return;
          const left = edited.current;
          edited.current = null;
          if (left && currentTarget.value !== left.value) onLeave(left.row, left.column, currentTarget.value);
          currentTarget.value = value;
        }}
        onKeyDown={(event) => {
          // Enter chooses a word of an input method, too.
          if (event.isComposing) return;
          const text = event.currentTarget.value;
          if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && text !== value)) {
            event.preventDefault();
            edited.current = null;
            onDone(text, event.key);
          }
          if (event.key === 'Escape') {
            edited.current = null;
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
