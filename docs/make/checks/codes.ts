import type { RuleId } from '../../../src/domain/issue.ts';
import { type CheckExample, code, record } from './example.ts';

export const CODE_CHECKS = {
  'code-missing': {
    why: 'A row of Codes stands for one code. A description alone names nothing that content or a record could carry.',
    wrong: { codes: [code('', 'Lifting and carrying')] },
    right: { codes: [code('LIFTING', 'Lifting and carrying')] },
  },
  'code-duplicate': {
    why: 'A code is a unique identifier. Two rows with one code, even in another case or with a space more, mix two things up: their uses cannot be told apart, and a rename would hit both.',
    wrong: { codes: [code('fire-safety', 'Fire drill')] },
    right: { codes: [code('FIRE-DRILL', 'Fire drill')] },
  },
  'code-look-alike': {
    why: 'O and 0, or I, l and 1, or a Cyrillic letter in a Latin word, look the same on the screen. People pick the wrong one, and a record then counts for nothing.',
    wrong: { codes: [code('F1RST-AID', 'First aid, refresher')] },
    right: { codes: [code('FIRST-AID-REFRESHER', 'First aid, refresher')] },
  },
  'code-not-text': {
    why: 'Sheets turns 12 into a number and 1-2 into a date as soon as it is typed into a cell without the plain-text format. The code that was meant may have been 0012, and the LMS compares letter by letter.',
    wrong: { codes: [code(4711, 'Ladders')] },
    right: { codes: [code('LADDERS', 'Ladders')] },
  },
  'code-unsafe': {
    why: 'The code is text here. The day somebody types it into another sheet or opens an export in a spreadsheet program, it turns into a number, a date or a formula, and no longer fits.',
    wrong: { codes: [code('0012', 'Ladders')] },
    right: { codes: [code('LADDERS-0012', 'Ladders')] },
  },
  'code-too-long': {
    why: 'A cell of Google Sheets takes 50,000 characters. A longer code, which only another program can have written, cannot be written back, and it was never meant as a code.',
    wrong: { codes: [code('LADDERS'.repeat(7143), 'Ladders')] },
    right: { codes: [code('LADDERS', 'Ladders')] },
  },
  'code-control-characters': {
    why: 'A line end or a tab inside a code does not show, but it makes another code of it for the LMS, and it can break a line of a CSV file in two. Such characters come along when text is pasted.',
    wrong: { codes: [code('LADD\tERS', 'Ladders')] },
    right: { codes: [code('LADDERS', 'Ladders')] },
  },
  'code-spelling': {
    why: 'The add-on takes both writings for the same code. The LMS may not, and then the course does not count for the step.',
    wrong: { records: [record({ 'Qualification Code': 'first-aid' })] },
    right: { records: [record({})] },
  },
  'code-stray-spaces': {
    why: 'Nobody sees the space, and everybody who types the code leaves it out. What is compared with the Codes sheet is compared without it.',
    wrong: { codes: [code('LADDERS ', 'Ladders')] },
    right: { codes: [code('LADDERS', 'Ladders')] },
  },
  'code-validity': {
    why: 'A number of months says when records of the code run out. Without one they never do, and nobody would know.',
    wrong: { codes: [{ ...code('LADDERS', 'Ladders'), 'Valid For (Months)': 'a year' }] },
    right: { codes: [{ ...code('LADDERS', 'Ladders'), 'Valid For (Months)': 12 }] },
  },
} satisfies Partial<Record<RuleId, CheckExample>>;
