import type { CodeJudgement, CodeWarning } from '../../domain/codes/judge-code.ts';
import type { UseKindName } from '../../domain/codes/where-used.ts';
import { grouped } from '../../domain/grouped.ts';
import type { UnsafeReason } from '../../domain/spreadsheet-safe.ts';
import type { CodeVerdict } from '../api.ts';
import { count } from '../views/preview.ts';
import { CODE_IN_USE, refusalMessage } from './refusals.ts';

export const KIND_TITLES: Readonly<Record<UseKindName, string>> = {
  course: 'Courses',
  quiz: 'Quizzes',
  trainingEvent: 'Training events',
  otherContent: 'Other content',
  path: 'Learning paths',
  step: 'Learning steps',
  record: 'Training records',
};

export const SHOWN_AS: Readonly<Record<UnsafeReason, string>> = {
  formula: 'a formula',
  apostrophe: 'text without its apostrophe',
  'leading-zeros': 'a number without its zeros',
  exponent: 'a large number',
  'long-number': 'a rounded number',
  number: 'a number',
  percent: 'a percentage',
  currency: 'an amount of money',
  boolean: 'TRUE or FALSE',
  date: 'a date',
  time: 'a time',
};

function warningWords(warning: CodeWarning): string {
  if (warning.kind === 'look-alike') {
    const where = warning.row > 0 ? `Codes row ${warning.row}` : 'a former code';
    return `Looks like ${warning.code} (${where}).`;
  }
  if (warning.kind === 'unsafe')
    return `A spreadsheet program would turn it into ${SHOWN_AS[warning.because]}.`;
  return 'Holds unusual spaces or characters.';
}

/** What the sidebar says while a code is typed. */
export function verdictOf(judgement: CodeJudgement): CodeVerdict {
  const { ok, refusal, warnings, former } = judgement;
  const again = former
    ? `Used before${former.now === '' ? ', then deleted' : `, now ${former.now}`}. Say why it comes back.`
    : '';
  return {
    ok,
    message: refusal ? refusalMessage(refusal) : again || 'This code is free',
    warnings: warnings.map(warningWords),
    needsReason: former !== undefined,
  };
}

/** Why Delete is off: the LMS's own sentence first, then where the code is used. */
export function blockedWords(kinds: readonly { kind: UseKindName; count: number }[]): string {
  const parts = kinds.map((each) => `${KIND_TITLES[each.kind].toLowerCase()} ${grouped(each.count)}`);
  return `${CODE_IN_USE}: ${parts.join(', ')}.`;
}

/** "41 records of 12 people; 2 paths": a rename in people. */
export function impactWords({
  records,
  people,
  paths,
}: {
  records: number;
  people: number;
  paths: number;
}): string {
  return `${count(records, 'record')} of ${count(people, 'person', 'people')}; ${count(paths, 'path')}`;
}
