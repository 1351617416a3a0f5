import type { ActionName, Envelope, Input, Value } from '../contract/api.ts';
import { runner } from './google.ts';

/** An answer, or why there is none, in words. `lost`: the call itself did not get through. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: string; message: string; lost: boolean };

let reached = false;

/** Whether any call has come back yet: if not even the first does, two accounts are the usual reason. */
export function everReached(): boolean {
  return reached;
}

/** Calls one action. Never rejects: a refusal and a lost call are answers, too. */
export function call<A extends ActionName>(name: A, input: Input<A>): Promise<Answer<Value<A>>> {
  return new Promise((resolve) => {
    const lost = (): void => {
      resolve({
        ok: false,
        reason: 'lost',
        lost: true,
        message:
          'The answer did not arrive. Check your connection and look at Activity before you try again.',
      });
    };
    runner()
      .withSuccessHandler((answer) => {
        const envelope = read<Value<A>>(answer);
        if (!envelope) lost();
        else {
          reached = true;
          if (envelope.ok) resolve(envelope);
          else
            resolve({
              ok: false,
              lost: false,
              reason: envelope.refusal.reason,
              message: envelope.refusal.message,
            });
        }
      })
      .withFailureHandler(lost)
      .rpc(name, JSON.stringify(input));
  });
}

function read<T>(answer: unknown): Envelope<T> | null {
  try {
    const envelope = JSON.parse(String(answer)) as Envelope<T> | null;
    return envelope && typeof envelope === 'object' && 'ok' in envelope ? envelope : null;
  } catch {
    return null;
  }
}
