import type { WhyReason, WhyStep } from '../../domain/progress/why-not.ts';

const WORDS: Readonly<Record<WhyReason, (step: WhyStep) => string>> = {
  done: (step) => `Done on ${step.detail}`,
  'other-spelling': (step) => `Done, but the record says \u201c${step.detail}\u201d: the LMS may not take it`,
  expired: (step) => `Was valid until ${step.detail}`,
  flagged: () => 'The record is flagged for deletion',
  'no-date': () => 'The record has no completion date',
  'bad-date': (step) => `The record\u2019s date \u201c${step.detail}\u201d cannot be read`,
  'future-date': (step) => `The record\u2019s date ${step.detail} is still to come`,
  'old-code': (step) => `The record carries the old code ${step.detail}`,
  'look-alike': (step) => `The record carries \u201c${step.detail}\u201d, which looks like this code`,
  deleted: (step) => `The record was deleted on ${step.detail.slice(0, 10)}`,
  'no-code': () => 'The step has no code',
  'no-record': () => 'No record with this code',
};

/** Why a step is done or not, in one line. */
export function whyWords(step: WhyStep): string {
  return WORDS[step.reason](step);
}
