import { openContext } from '../actions/context.ts';
import type { Envelope } from '../contract/api.ts';
import { refusalMessage } from '../contract/words/refusals.ts';
import { type Refusal, refuse } from '../domain/plan.ts';
import { sayWhatWasMade } from '../sheets/made-sheets.ts';
import { log } from '../sheets/platform.ts';
import { findAction } from './actions.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * The sidebar's one way in. Everyone who can open the sidebar can call it with any JSON, so the name must be one of ours
 * and the input must fit its schema before anything is read. Strings both ways: a Date inside an answer would turn all of
 * it into null on the way (google.script.run).
 */
export function rpc(name: unknown, input: unknown): string {
  return JSON.stringify(answer(name, input));
}

function answer(name: unknown, input: unknown): Envelope<unknown> {
  const action = typeof name === 'string' ? findAction(name) : null;
  if (!action) return refusal(refuse('unknown-action', { name: String(name).slice(0, 80) }).refusal);
  let value: unknown;
  try {
    value = input === undefined || input === '' ? {} : JSON.parse(String(input));
  } catch {
    return refusal(refuse('bad-request', { detail: 'the input is not JSON' }).refusal);
  }
  const parsed = action.input.safeParse(value);
  if (!parsed.success)
    return refusal(refuse('bad-request', { detail: wrongInput(value, parsed.error.issues[0]) }).refusal);
  try {
    const context = openContext();
    const result = action.run(context, parsed.data);
    if ('ok' in result && result.ok === false)
      return refusal((result as unknown as { refusal: Refusal }).refusal);
    const made = sayWhatWasMade(context.spreadsheet);
    return { ok: true, value: result, ...(made.length > 0 ? { made } : {}) };
  } catch (error) {
    log(error);
    return refusal(refuse('platform').refusal);
  }
}

function refusal(value: Refusal): Envelope<never> {
  return { ok: false, refusal: { ...value, message: refusalMessage(value) } };
}
