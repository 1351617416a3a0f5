import type { RowLink as Target } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { call } from '../server.ts';

/** Moves the selection in the sheet to a row. */
export function RowLink({ to, children }: { to: Target; children?: string }) {
  const { sheet, row, field } = to;
  const show = (): void => {
    void call('showCell', field === undefined ? { sheet, row } : { sheet, row, field }).then((answer) => {
      if (!answer.ok) navigation.say(answer.message);
    });
  };
  return (
    <button type="button" class="link" onClick={show}>
      {children ?? to.label}
    </button>
  );
}
