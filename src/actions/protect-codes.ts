import type { Input, Value } from '../contract/api.ts';
import { type Refused, refuse } from '../domain/plan.ts';
import { codesProtection, protectCodesSheet } from '../sheets/protect-codes.ts';
import { type Context, whoami } from './context.ts';

/** Shows who may edit the Codes sheet, and sets it: named editors, a warning for everyone, or nothing. */
export function protectCodes(
  { spreadsheet }: Context,
  input: Input<'protectCodes'>,
): Value<'protectCodes'> | Refused {
  const now = codesProtection(spreadsheet);
  if (input.set && !now.canEdit) return refuse('protected', { sheet: 'Codes' });
  if (input.set) protectCodesSheet(spreadsheet, input.set, input.editors ?? []);
  return { ...(input.set ? codesProtection(spreadsheet) : now), you: whoami() };
}
