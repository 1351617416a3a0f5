import { columnLetters } from '../../domain/column-letters.ts';
import type {
  ImportRemarks,
  Rejection,
  RejectReason,
  Seen,
} from '../../domain/records/import/imported-file.ts';
import { rowList } from '../../domain/row-list.ts';
import type { RowError } from '../api.ts';
import { count, headingOf } from '../views/preview.ts';

/** What is wrong with a cell, and what to do about it. `value` is the cell, shortened. */
type Words = (value: string, args: Rejection['args']) => readonly [message: string, advice: string];

const ISO = 'Write it as in 2025-03-31.';
const TYPES = 'Write Training Record, Learning Path or E-learning.';

const WORDS: Readonly<Record<RejectReason, Words>> = {
  'name-missing': () => ['Every record needs a name', 'Write the person\u2019s username.'],
  'type-missing': () => ['The record type is blank', 'Write Training Record, Learning Path or E-learning.'],
  'type-unknown': (value) => [`${value} is not a record type`, TYPES],
  'code-unknown': (value, { meant }) => [
    `${value} is not in the Codes sheet`,
    meant === undefined
      ? 'Add the code with this import, or write the right one.'
      : `Write ${meant} if that is meant; otherwise add the code with this import.`,
  ],
  'code-former': (value, { now }) => [
    `${value} is ${now} now`,
    `Use the new codes in this import, or write ${now}.`,
  ],
  'code-deleted': (value) => [
    `${value} was deleted before`,
    'Write another code, or add it on the Codes screen and say why it comes back.',
  ],
  'code-characters': (value) => [
    `${value} holds a line end, a tab or another invisible character`,
    'Type the code again.',
  ],
  'date-impossible': (value) =>
    /^\d{5}([.,]\d+)?$/.test(value.trim())
      ? [
          `${value} is a spreadsheet\u2019s number for a day, not a real date`,
          'Format the column as dates (yyyy-mm-dd) in the program that made the file, and save it again.',
        ]
      : [`${value} is not a real date`, ISO],
  'date-future': (value) => [`${value} is in the future`, 'Correct the date, or leave it blank.'],
  'date-mixed': (value) => [`${value} reads either way, and the file writes dates both ways`, ISO],
  'delete-value': (value) => [`${value} is neither 1 nor blank`, 'Write 1, or clear the cell.'],
  'id-twice-in-file': (value, { other }) => [
    `${value} is on row ${other} too`,
    'Keep one of the rows, or write 0 for a new record.',
  ],
  'id-twice-in-sheet': (value, { rows }) => [
    `${value} stands twice in Records (rows ${rows})`,
    'Make one of those rows new, or drop it: Check sheets offers both.',
  ],
  'formula-in-the-way': (_, { row }) => [
    `Records row ${row} holds a formula there`,
    'Replace the formula by its value first: copy, then paste values only.',
  ],
  'no-heading': () => [
    'There is no heading above this cell',
    'If a text in this row holds the sign that parts the columns, put the text in quotes; otherwise clear the cell.',
  ],
  'too-long': () => ['A cell holds 50,000 characters at most', 'Shorten the text.'],
};

const SHOWN = 60;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}\u2026` : text);

export function rejectionView({ row, field, value, reason, args }: Rejection): RowError {
  const [message, advice] = WORDS[reason](shortened(value), args);
  const heading = field === '' ? `Column ${columnLetters(Number(args.column))}` : headingOf('records', field);
  return { row, heading, value: shortened(value), message, advice };
}

const examples = ({ first }: Seen): string =>
  first
    .map(
      ({ row, field, file, sheet }) =>
        `${shortened(file)} for ${shortened(sheet)} in row ${row}, ${headingOf('records', field)}`,
    )
    .join('; ');

/** "1 row is", "3 rows are". */
const are = (n: number, one: string): string => `${count(n, one)} ${n === 1 ? 'is' : 'are'}`;

/** What people should know about the file beyond the counts: nothing is done in silence. */
export function importNotes(remarks: ImportRemarks, kept: number): string[] {
  const { missing, leftOut, unnamed, cleared, doubledRows, shortRows, notInFile } = remarks;
  const { convertedCells, otherWriting, shortYears, unsafeCodes } = remarks;
  const notes = [
    kept > 0 &&
      `${count(kept, 'cell')} changed here since the last export or import, and not in the file: they stay as they are here.`,
    missing.length > 0 && `Not in the file, so left alone: ${missing.join(', ')}.`,
    leftOut.length > 0 && `Left out, because Records has no such column: ${leftOut.join(', ')}.`,
    unnamed.length > 0 && `Left out, because there is no heading above: column ${unnamed.join(', ')}.`,
    cleared > 0 && `${count(cleared, 'cell')} will be cleared, because the file has a blank there.`,
    shortRows.length > 0 &&
      `${are(shortRows.length, 'row')} shorter than the headings, and what is missing counts as blank: ${rowList(shortRows)}.`,
    doubledRows.length > 0 &&
      `${are(doubledRows.length, 'new row')} twice in the file and taken once: ${rowList(doubledRows)}.`,
    convertedCells &&
      `A spreadsheet program changed ${count(convertedCells.count, 'cell')} of the file (${examples(convertedCells)}): they stay as they are here.`,
    otherWriting &&
      `${are(otherWriting.count, 'code')} written differently from the Codes sheet (${examples(otherWriting)}): Check sheets offers to put that right.`,
    unsafeCodes.length > 0 &&
      `A spreadsheet program would change these codes: ${unsafeCodes.slice(0, 10).map(shortened).join(', ')}.`,
    shortYears && `Years in two digits are read as 1970 to 2069: ${shortYears.text} is ${shortYears.iso}.`,
    notInFile > 0 && `${are(notInFile, 'record')} not in the file: nothing happens there.`,
  ];
  return notes.flatMap((note) => note || []);
}
