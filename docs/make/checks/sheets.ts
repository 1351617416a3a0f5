import type { RuleId } from '../../../src/domain/issue.ts';
import type { CheckExample } from './example.ts';

export const SHEET_CHECKS = {
  'sheet-missing': {
    why: 'The add-on knows the four sheets by their names. Without one of them, whatever it holds looks as if it did not exist.',
    wrong: { withoutSheet: 'paths' },
    right: {},
  },
  'heading-missing': {
    why: 'Columns are found by their headings, never by their letters, so that you may move them. A column whose heading is not known is not read.',
    wrong: { headings: [{ sheet: 'records', from: 'Name', to: 'Person' }] },
    right: {},
  },
  'heading-doubled': {
    why: 'With two columns of one name it would be a guess which one holds the truth, so neither is read or written.',
    wrong: { headings: [{ sheet: 'codes', from: 'Valid For (Months)', to: 'Description' }] },
    right: {},
  },
} satisfies Partial<Record<RuleId, CheckExample>>;
