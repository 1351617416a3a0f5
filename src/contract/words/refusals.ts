import type { Refusal, RefusalReason } from '../../domain/plan.ts';
import { count } from '../views/preview.ts';
import { CSV_FILE_WORDS, UNCHANGED } from './csv-file.ts';

type Args = Refusal['args'];

/** The LMS's own sentence: it comes first, exactly so, whenever a used code is to be deleted. */
export const CODE_IN_USE = 'Unable to delete this qualification code as it is used elsewhere in the system';

/** A refusal in words: what, where, next step. No exception text ever reaches a person. */
export function refusalMessage({ reason, args }: Refusal): string {
  return WORDS[reason](args);
}

/** "2 contents, 1 step, 34 records": what still carries a code, content first. */
function usesOf(args: Args): string {
  const kinds = Object.entries({ content: 'content', paths: 'path', steps: 'step', records: 'record' });
  const used = kinds.filter(([kind]) => Number(args[kind]) > 0);
  return used.map(([kind, noun]) => count(Number(args[kind]), noun)).join(', ');
}

/** What a run that Google Sheets refused leaves behind. */
const left = ({ started }: Args): string =>
  started ? 'The run stopped part of the way: Overview shows it with Continue and Undo.' : UNCHANGED;

const WORDS: Record<RefusalReason, (args: Args) => string> = {
  'bad-request': (a) =>
    `That request is not one this add-on understands (${a.detail ?? 'wrong input'}). ${UNCHANGED}`,
  'unknown-action': (a) => `There is no action called ${a.name}. ${UNCHANGED}`,
  'sheet-missing': (a) =>
    `This file has no ${a.sheet} sheet. ${a.typed ? 'Check the name' : 'Run Set up sheets'}, then try again.`,
  'name-taken': (a) => `Your sheet ${a.sheet} has a name that this add-on needs. Rename it. ${UNCHANGED}`,
  'heading-missing': (a) => `${a.sheet} has no ${a.heading} heading in row 1. Add it, or run Set up sheets.`,
  'heading-doubled': (a) =>
    `${a.sheet} has the heading ${a.heading} more than once. Rename or remove one of them.`,
  'sheet-changed': () =>
    `The sheets changed since the preview. Look at the new preview, then confirm again. ${UNCHANGED}`,
  busy: () =>
    `Another run of this add-on is working in this file. Wait a moment, then try again. ${UNCHANGED}`,
  'read-only': () => `This file is open for reading only. ${UNCHANGED}`,
  protected: (a) => `${a.sheet ?? 'A range'} is protected and you may not edit it. Ask its owner. ${left(a)}`,
  'no-such-editor': (a) => `${a.editor} is not a Google account that can edit this file. ${UNCHANGED}`,
  platform: (a) =>
    a.unsure
      ? 'Google Sheets did not confirm this. Activity shows whether it is done.'
      : `Google Sheets did not answer as it should. ${a.started ? '' : 'Try again in a minute. '}${left(a)}`,
  'out-of-time': () =>
    'Stopped before the time limit of Google Sheets. What is done stays done: Overview offers to continue.',
  'rows-moved': () =>
    'Somebody inserted or deleted rows at the same moment, so the run stopped. Nothing is lost: look at the preview again.',
  'too-many-cells': (a) =>
    `The file would grow past 10,000,000 cells. Move old rows to another file first. ${left(a)}`,
  'too-long': () => 'A cell holds 50,000 characters at most. Shorten the text.',
  'nothing-to-do': (a) => `There is nothing to ${a.what ?? 'change'}.`,
  'code-blank': () => 'Type a code.',
  'code-unknown': (a) => `${a.code} is not in the Codes sheet.`,
  'code-taken': (a) =>
    `${a.code} is taken already${a.row ? `: Codes row ${a.row}` : ''}. ${a.undo ? 'Undo what brought it back first' : 'Choose another code, or merge the two'}.`,
  'code-same': () => 'That is how the code is written now.',
  'code-former': (a) =>
    `${a.code} was used before${a.now ? ` and is now ${a.now}` : ' and was deleted'}. Say why it should come back.`,
  'code-not-text': (a) => `${a.code} is stored as a number or a date. Fix that first: run Check sheets.`,
  'code-in-open-rename': (a) =>
    `${a.code} is part of a rename that is not finished. Finish or undo that one first.`,
  'code-in-use': (a) => `${CODE_IN_USE}: ${usesOf(a)}. See where it is used. ${UNCHANGED}`,
  'control-characters': () => 'The code holds invisible control characters. Type it again.',
  'no-such-fix': () => 'This problem is gone, or has no safe fix. Check again.',
  'no-such-run': (a) => `There is no run ${a.run ?? ''} that could be undone. Its before-images are gone.`,
  'already-undone': () => 'This run was undone already.',
  'not-undoable': () => 'This run cannot be undone.',
  'unfinished-run': () => 'A run is not finished. Continue or undo it on Overview first.',
  'confirm-number': (a) => `This is a large part of your records. Type ${a.count} to confirm.`,
  'no-such-item': () => 'That item is not on the checklist any more.',
  'no-such-person': (a) => `Nobody called ${a.person} stands in Records.`,
  'no-such-path': (a) => `There is no path ${a.path ?? ''} in the Paths sheet.`,
  ...CSV_FILE_WORDS,
  'file-headings': (a) =>
    `The file's first row has no ${a.heading ?? 'Name'} heading. Compare it with the template. ${UNCHANGED}`,
  'file-dates-ambiguous': () => 'Say first how the dates in the file are written.',
  'custom-columns-undecided': () => 'Say first what to do with the columns that the sheet does not have.',
  'conflicts-undecided': () => 'Some cells changed both here and in the file. Say first which to keep.',
  'formula-in-the-way': (a) =>
    `${a.sheet} row ${a.row} holds a formula where a value is needed. Replace it by its value first.`,
  'merged-cells': (a) =>
    `${a.sheet ?? 'The sheet'} has merged cells in its rows. Unmerge them first. ${UNCHANGED}`,
  'typed-columns': (a) =>
    `${a.sheet ?? 'The sheet'} is a table with typed columns, which scripts may not format. ${left(a)}`,
  'rejecting-rule': (a) =>
    `Data validation of ${a.sheet} rejects values in ${a.columns}. Let it show a warning${a.started ? '' : ', then try again'}. ${left(a)}`,
};
