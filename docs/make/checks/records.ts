import type { RuleId } from '../../../src/domain/issue.ts';
import { type CheckExample, record } from './example.ts';

export const RECORD_CHECKS = {
  'record-id-duplicate': {
    why: 'The LMS knows a record by its id, so two rows with one id say two things about one record. Mostly a row was copied to save typing.',
    wrong: { records: [record({ 'Record Id': '101' })] },
    right: { records: [record({ 'Record Id': '' })] },
  },
  'record-name-missing': {
    why: 'Name is the person’s username in the LMS. A record of nobody counts for nobody.',
    wrong: { records: [record({ Name: '' })] },
    right: { records: [record({})] },
  },
  'record-type-missing': {
    why: 'The LMS’s import file has a type in every row. Most records are a Training Record, so that is the fix on offer.',
    wrong: { records: [record({ 'Record Type': '' })] },
    right: { records: [record({})] },
  },
  'record-type-unknown': {
    why: 'The LMS knows three types. A row with another one is a slip that the next import there would stumble over.',
    wrong: { records: [record({ 'Record Type': 'Traning Record' })] },
    right: { records: [record({})] },
  },
  'record-date-invalid': {
    why: 'A record without a real date counts for no progress and does not expire. 31 April is never turned into 1 May for you, and 03/04 is never guessed.',
    wrong: { records: [record({ 'Completion Date': '2026-02-30' })] },
    right: { records: [record({ 'Completion Date': '2026-02-28' })] },
  },
  'record-date-future': {
    why: 'Nobody has completed anything tomorrow. It is mostly a wrong year, and the record counts for no progress until it is put right.',
    wrong: { records: [record({ 'Completion Date': '2062-03-09' })] },
    right: { records: [record({})] },
  },
  'record-unknown-code': {
    why: 'A record with a code that Codes does not have finishes no step. An old code that was renamed since is named with what it is now.',
    wrong: { records: [record({ 'Qualification Code': 'FRIST-AID' })] },
    right: { records: [record({})] },
  },
  'record-object-unknown': {
    why: 'The record refers to content that your Content sheet does not have: the list is out of date, or the number is wrong. 0 or a blank means none.',
    wrong: { records: [record({ 'Object Id': '22' })] },
    right: { records: [record({ 'Object Id': '2' })] },
  },
  'record-object-other-code': {
    why: 'The record’s code and its content do not belong together: one of the two is wrong, or the content got another code since.',
    wrong: { records: [record({ 'Object Id': '1' })] },
    right: { records: [record({ 'Object Id': '2' })] },
  },
  'record-duplicate': {
    why: 'The same person, code and day twice under different ids was mostly imported twice. Reports then count it twice.',
    wrong: {
      records: [
        record({
          Name: 'ann',
          Title: 'Fire safety basics',
          'Completion Date': '2026-03-02',
          'Qualification Code': 'FIRE-SAFETY',
        }),
      ],
    },
    right: {},
  },
  'record-delete-value': {
    why: 'Deleting is not a thing to guess about. 1 and a tick flag a row; a blank, 0 and an unticked box do not; “yes” or “x” leaves the row where it is and is named here.',
    wrong: { records: [record({ 'Delete?': 'yes' })] },
    right: { records: [record({ 'Delete?': 1 })] },
  },
  'record-formula': {
    why: 'A formula can change by itself, it cannot go to the LMS, and the add-on never writes over one. Records hold values.',
    wrong: { records: [record({ Title: { formula: '="First aid"&" day"', shows: 'First aid day' } })] },
    right: { records: [record({})] },
  },
  'record-formula-text': {
    why: 'Text that begins with =, +, - or @ becomes a formula as soon as it is typed again or opened from a CSV file. A formula that came in with a file can also do harm on another computer.',
    wrong: { records: [record({ 'Other Information': '=retake in May' })] },
    right: { records: [record({ 'Other Information': 'Retake in May' })] },
  },
} satisfies Partial<Record<RuleId, CheckExample>>;
