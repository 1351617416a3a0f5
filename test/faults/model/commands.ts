import fc from 'fast-check';
import { FAULTS, type Fault } from '../stopped-runs.ts';
import type { Edit } from './people.ts';
import type { File } from './records.ts';
import { SHEETS, type SheetName, TEN } from './world.ts';

/** One call of a run strikes: what happens there, and how people go on after it. */
export interface Strike {
  readonly fault: Fault;
  readonly call: number;
  readonly next: 'continueRun' | 'undo';
}

export type Action =
  | {
      readonly action: 'addCode';
      readonly code: string;
      readonly description: string;
      readonly reason: string;
    }
  | {
      readonly action: 'rename';
      readonly from: string;
      readonly to: string;
      readonly records: boolean;
      readonly reason: string;
    }
  | {
      readonly action: 'merge';
      readonly from: string;
      readonly into: string;
      readonly keep: 'first' | 'last' | 'both';
    }
  | { readonly action: 'deleteCode' | 'flagRecords'; readonly code: string }
  | { readonly action: 'tickChecklist'; readonly pick: number; readonly done: boolean }
  | { readonly action: 'importRecords'; readonly file: File }
  | { readonly action: 'exportRecords' | 'check' | 'deleteFlagged' | 'setUpSheets' }
  | { readonly action: 'sampleRows'; readonly how: 'add' | 'remove' }
  | { readonly action: 'addPathRecords'; readonly path: string }
  | { readonly action: 'fix'; readonly pick: number }
  | { readonly action: 'undo'; readonly pick: number };

/** What happens next: somebody edits a sheet, or an action runs, perhaps into a fault. */
export type Command = Edit | (Action & { readonly strike: Strike | null });

const pick = fc.nat({ max: 7 });
const code = fc.constantFrom('FIRE-1', 'LIFT', 'CPR 2', 'NEW-9', 'fire-1', ' LIFT', 'CPR  2', 'ODD', '');
const known = fc.constantFrom('FIRE-1', 'LIFT', 'CPR 2', 'fire-1', ' LIFT', 'NEW-9');
const name = fc.constantFrom('alex', 'sam', 'Alex ', '');
const date = fc.constantFrom('2024-02-29', '2025-03-14', '2025-03-15', '');
const id = fc.constantFrom('1', '2', '3', '4', '5', '6', '0', '');
const type = fc.constantFrom('Training Record', 'Learning Path', 'Training Record', '');
const text = fc.constantFrom('Fire drill', 'A title', '0012', '=1+1', '');
const sheet = fc.constantFrom<SheetName>('Records', 'Content', 'Codes', 'Paths');
const reason = fc.constantFrom('', 'used anew');

const record = fc
  .tuple(
    id,
    name,
    type,
    fc.constantFrom('1', '2', 'P1', ''),
    text,
    text,
    date,
    text,
    code,
    fc.constantFrom('', '', '1'),
    text,
  )
  .map((cells): string[] => [...cells]);
const codesRow = fc
  .tuple(fc.constantFrom('FIRE-1', 'LIFT', 'CPR 2', 'NEW-9', 'fire-1'), fc.constantFrom('About', 'For all'))
  .map((cells): string[] => [...cells]);
const contentRow = fc
  .tuple(
    fc.constantFrom('1', '2', '3', ''),
    fc.constantFrom('Course', 'Quiz'),
    fc.constantFrom('Fire drill', 'A title'),
    fc.constant('TRUE'),
    code,
    fc.constantFrom('kim', ''),
  )
  .map((cells): string[] => [...cells]);
const pathsRow = fc
  .tuple(
    fc.constantFrom('P1', 'P2'),
    fc.constantFrom('', '1', '2'),
    fc.constantFrom('Start', 'A title'),
    code,
  )
  .map((cells): string[] => [...cells]);

const rowOf = { Codes: codesRow, Content: contentRow, Paths: pathsRow, Records: record };

/** A small workbook, as it may come about: most codes stand once, most records have an id of their own. */
export const rows = fc.record({
  Codes: fc.uniqueArray(codesRow, { minLength: 1, maxLength: 4, selector: ([first]) => first }),
  Content: fc.array(contentRow, { maxLength: 3 }),
  Paths: fc.uniqueArray(pathsRow, { maxLength: 4, selector: ([path, step]) => `${path} ${step}` }),
  Records: fc.array(record, { maxLength: 7 }),
});

const file: fc.Arbitrary<File> = fc
  .record({
    left: fc.subarray([
      'Record Type',
      'Title',
      'Completion Date',
      'Qualification Code',
      'Delete?',
      'Cost Centre',
    ]),
    rows: fc.array(record, { minLength: 1, maxLength: 4 }),
    addCodes: fc.subarray(['ODD', 'NEW-9']),
    useNewCodes: fc.boolean(),
    conflicts: fc.constantFrom<'sheet' | 'file'>('sheet', 'file'),
  })
  .map(({ left, rows: lines, ...answers }) => {
    const all = [...TEN, 'Cost Centre'];
    const headings = all.filter((heading) => !left.includes(heading));
    return {
      ...answers,
      headings,
      // Spaces around a name are taken off by the import: how it looks then is not in question here.
      rows: lines.map((line) => headings.map((heading) => (line[all.indexOf(heading)] ?? '').trim())),
    };
  });

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      action: fc.constant('rename'),
      from: known,
      to: code,
      records: fc.boolean(),
      reason,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      action: fc.constant('merge'),
      from: known,
      into: known,
      keep: fc.constantFrom('first', 'last', 'both'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ action: fc.constant('importRecords'), file }) },
  { weight: 3, arbitrary: fc.record({ action: fc.constant('undo'), pick }) },
  { weight: 2, arbitrary: fc.record({ action: fc.constant('tickChecklist'), pick, done: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ action: fc.constant('fix'), pick }) },
  { weight: 2, arbitrary: fc.record({ action: fc.constant('deleteFlagged') }) },
  { weight: 1, arbitrary: fc.record({ action: fc.constant('addCode'), code, description: text, reason }) },
  { weight: 1, arbitrary: fc.record({ action: fc.constant('deleteCode'), code: known }) },
  { weight: 1, arbitrary: fc.record({ action: fc.constant('flagRecords'), code: known }) },
  {
    weight: 1,
    arbitrary: fc.record({ action: fc.constant('addPathRecords'), path: fc.constantFrom('P1', 'P2') }),
  },
  { weight: 1, arbitrary: fc.record({ action: fc.constantFrom('exportRecords', 'check', 'setUpSheets') }) },
  {
    weight: 1,
    arbitrary: fc.record({ action: fc.constant('sampleRows'), how: fc.constantFrom('add', 'remove') }),
  },
) as fc.Arbitrary<Action>;

const strike = fc.record({
  fault: fc.constantFrom(...FAULTS),
  call: fc.integer({ min: 1, max: 30 }),
  next: fc.constantFrom<'continueRun' | 'undo'>('continueRun', 'undo'),
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      edit: fc.constant('type'),
      sheet,
      row: pick,
      column: fc.nat({ max: 10 }),
      text: fc.oneof(code, text, id),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...SHEETS).chain((to) =>
      fc.record({
        edit: fc.constant('paste'),
        sheet: fc.constant(to),
        row: pick,
        texts: fc.array(rowOf[to], { minLength: 1, maxLength: 2 }),
      }),
    ),
  },
  { weight: 2, arbitrary: fc.record({ edit: fc.constantFrom('insert', 'delete'), sheet, row: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      edit: fc.constant('sort'),
      sheet,
      column: fc.nat({ max: 10 }),
      ascending: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      edit: fc.constant('move column'),
      sheet,
      column: fc.nat({ max: 10 }),
      to: fc.nat({ max: 10 }),
    }),
  },
) as fc.Arbitrary<Edit>;

export const commands: fc.Arbitrary<readonly Command[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(action, fc.option(strike, { freq: 3 }))
        .map(([each, struck]) => ({ ...each, strike: struck })),
    },
    { weight: 2, arbitrary: edit },
  ),
  { minLength: 1, maxLength: 6 },
);
