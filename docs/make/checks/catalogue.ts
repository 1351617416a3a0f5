import type { RuleId } from '../../../src/domain/issue.ts';
import { CODE_CHECKS } from './codes.ts';
import { CONTENT_CHECKS } from './content.ts';
import type { CheckExample } from './example.ts';
import { PATH_CHECKS } from './paths.ts';
import { RECORD_CHECKS } from './records.ts';
import { SHEET_CHECKS } from './sheets.ts';

/** The pages of docs/checks, in their order, with the rules that each one explains. */
export const CHAPTERS: readonly {
  readonly file: string;
  readonly title: string;
  readonly intro: string;
  readonly checks: Partial<Record<RuleId, CheckExample>>;
}[] = [
  {
    file: 'sheets.md',
    title: 'Checks of sheets and headings',
    intro: 'Whether the four sheets and their columns are there at all.',
    checks: SHEET_CHECKS,
  },
  {
    file: 'codes.md',
    title: 'Checks of codes',
    intro: 'What holds for codes, on Codes and wherever else one stands.',
    checks: CODE_CHECKS,
  },
  { file: 'content.md', title: 'Checks of content', intro: 'The Content sheet.', checks: CONTENT_CHECKS },
  {
    file: 'paths.md',
    title: 'Checks of paths',
    intro: 'The Paths sheet: paths and their steps.',
    checks: PATH_CHECKS,
  },
  { file: 'records.md', title: 'Checks of records', intro: 'The Records sheet.', checks: RECORD_CHECKS },
];

/** Every rule has its example: the compiler refuses a rule without one. */
export const EXAMPLES: Readonly<Record<RuleId, CheckExample>> = {
  ...SHEET_CHECKS,
  ...CODE_CHECKS,
  ...CONTENT_CHECKS,
  ...PATH_CHECKS,
  ...RECORD_CHECKS,
};
