import type { Input, Value } from '../contract/api.ts';
import { type Refused, refuse, refuseSheet } from '../domain/plan.ts';
import { codesProtection, protectCodesSheet } from '../sheets/protect-codes.ts';
import { findSheet } from '../sheets/read-table.ts';
import { type Context, noteRun, whoami } from './context.ts';

const ADDRESS = /^[^\s@,;]+@[^\s@,;]+$/;
const WORDS = {
  editors: 'Only named people may edit Codes',
  warning: 'Codes warns before it is edited',
  off: 'Codes is not protected any more',
} as const;

/** Shows who may edit the Codes sheet, and sets it: named editors, a warning for everyone, or nothing. */
export function protectCodes(
  context: Context,
  { set, editors = [] }: Input<'protectCodes'>,
): Value<'protectCodes'> | Refused {
  const { spreadsheet } = context;
  const now = codesProtection(spreadsheet);
  if (set) {
    if (!findSheet(spreadsheet, 'Codes')) return refuseSheet('Codes');
    if (!now.canEdit) return refuse('protected', { sheet: 'Codes' });
    const named = editors.map((editor) => editor.trim()).filter((editor) => editor !== '');
    const wrong = named.find((editor) => !ADDRESS.test(editor));
    if (wrong !== undefined) return refuse('no-such-editor', { editor: wrong });
    if (!protectCodesSheet(spreadsheet, set, named))
      return refuse('no-such-editor', { editor: named.join(', ') });
    noteRun(
      context,
      'protect',
      set === 'editors' && named.length > 0 ? `${WORDS[set]}: ${named.join(', ')}` : WORDS[set],
    );
  }
  return { ...(set ? codesProtection(spreadsheet) : now), you: whoami() };
}
