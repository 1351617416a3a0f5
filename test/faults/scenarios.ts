import { generateBook } from '../../playground/sample/generate.ts';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import type { ActionName, ImportInput } from '../../src/contract/api.ts';
import { importAll } from '../support/importing.ts';
import { openAs, type Person } from '../support/product.ts';

/** The one call that changes something, its preview looked at just before. */
export interface Step {
  readonly action: ActionName;
  readonly input: object;
}

/** Something that people do and that writes. */
export interface Scenario {
  readonly name: string;
  book(): BookModel;
  /** What was done before, without faults. */
  before?(person: Person): void;
  /** Looks at the preview. Null when there is nothing left to do. */
  prepare(person: Person): Step | null;
  /** Done once more after it has finished, it does the same again (reports are remade), so that proves nothing. */
  readonly remakes?: boolean;
  /** Writes new rows below the last one. */
  readonly adds?: true;
  /** Not a run of its own: there is nothing to undo. */
  readonly undoable?: false;
  /** Done to both workbooks before they are compared. */
  settle?(...books: readonly BookModel[]): Promise<void>;
}

const SIZE = 60;
const small = (): BookModel => generateBook({ records: SIZE, codes: 16, paths: 3, seed: 4 }).book;

const cells = (book: BookModel, row: number): string[] =>
  (book.sheets.find(({ name }) => name === 'Records')?.rows[row - 1]?.values ?? []).map(String);

function flagged(rows: readonly number[]): BookModel {
  const book = small();
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  for (const row of rows) {
    const values = sheet?.rows[row - 1]?.values ?? [];
    while (values.length < 10) values.push('');
    values[9] = 1;
  }
  sheet?.rows.forEach((row, i) => {
    if (row && i > 0) row.notes = { 1: `note of ${row.values[0]}` };
  });
  return book;
}

function changesAndNewRows(added = 1): ImportInput {
  const input = scatteredUpdates(small());
  const rows = Array.from({ length: added }, (_, i) => ['', `new.${i}`, 'T', '', '']);
  return { ...input, rows: [...(input.rows ?? []), ...rows] };
}

/** Every fifth record stands twice more, below it and at the end, in all that it holds. */
function copied(): BookModel {
  const book = small();
  const rows = book.sheets.find(({ name }) => name === 'Records')?.rows ?? [];
  const copies = rows.slice(1, SIZE + 1).filter((_, i) => i % 5 === 0);
  for (const row of copies) rows.splice(rows.indexOf(row), 0, structuredClone(row));
  rows.splice(SIZE + 1 + copies.length, 0, ...copies.map((row) => structuredClone(row)));
  return book;
}

/** New records by the dozen, the same but for the code that each second one carries. */
function alike(): BookModel {
  const book = small();
  const rows = book.sheets.find(({ name }) => name === 'Records')?.rows ?? [];
  rows.slice(3, 15).forEach((row, i) => {
    if (row)
      row.values = [
        '',
        'al',
        'Training Record',
        '',
        'A title',
        '',
        45_731,
        '',
        i % 2 ? MERGE.from : MERGE.into,
      ];
  });
  return book;
}

/** A pair of the API: preview, then the change with what the preview was based on. Null once there is nothing to do. */
function pair<A extends ActionName>(preview: ActionName, action: A, input: object = {}) {
  return (person: Person): Step | null => {
    const answer = person.call(preview, input as never);
    if (!answer.ok) return null;
    const { basedOn, count, edits, adds, removes } = answer.value as Record<string, number | string>;
    if (edits === 0 && adds === 0 && removes === 0) return null;
    return {
      action,
      input: { ...input, basedOn, ...(count === undefined ? {} : { confirm: String(count) }) },
    };
  };
}

const step =
  (action: ActionName, input: object = {}) =>
  (): Step => ({ action, input });

function newRows(): ImportInput {
  const rows = Array.from({ length: 8 }, (_, i) => ['0', `new.${i}`, 'Training Record', `=T${i}`, '0012']);
  return {
    name: 'new.csv',
    rows: [['Record Id', 'Name', 'Record Type', 'Title', 'Other Information'], ...rows],
  };
}

function scatteredUpdates(book: BookModel): ImportInput {
  const rows = Array.from({ length: 14 }, (_, i) => {
    const [id = '', name = ''] = cells(book, 3 + i * 4);
    return [id, name, `Title ${i}`, i % 2 === 0 ? `0${i}` : '', `Centre ${i}`];
  });
  return {
    name: 'updates.csv',
    rows: [['Record Id', 'Name', 'Title', 'Other Information', 'Cost Centre'], ...rows],
    customColumns: 'add',
  };
}

const RENAME = { from: 'QC0002', to: 'NEW-2' };
const MERGE = { from: 'QC0002', into: 'QC0003', keep: 'first' };
const DROP = { fix: 'drop-copied-row', rule: 'record-id-duplicate' };

function run(person: Person, prepare: (person: Person) => Step | null): string {
  const next = prepare(person);
  if (!next) throw new Error('nothing to do');
  return (person.get(next.action, next.input as never) as { run: string }).run;
}

const undoLast = (person: Person): Step | null => {
  const last = person.get('activity').runs.find(({ canUndo }) => canUndo);
  return last ? pair('previewUndo', 'undo', { run: last.run })(person) : null;
};

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'set up an empty file',
    book: () => ({
      ...small(),
      sheets: small()
        .sheets.slice(0, 1)
        .map((sheet) => ({ ...sheet, name: 'Sheet1', rows: [] })),
    }),
    prepare: step('setUpSheets'),
    remakes: true,
    undoable: false,
  },
  { name: 'check', book: () => sampleBook().book, prepare: step('check'), remakes: true, undoable: false },
  {
    name: 'highlight',
    book: small,
    prepare: step('highlight', { on: true }),
    remakes: true,
    undoable: false,
  },
  {
    name: 'fix all of a kind',
    book: () => sampleBook().book,
    prepare: pair('previewFix', 'fix', { fix: 'use-codes-spelling', rule: 'code-spelling' }),
  },
  {
    name: 'add a code',
    adds: true,
    book: small,
    prepare: (person) =>
      person.get('listCodes', { search: 'NEW-9' }).matching > 0
        ? null
        : { action: 'addCode', input: { code: 'NEW-9', description: '=D' } },
  },
  { name: 'rename a code', book: small, prepare: pair('previewRename', 'rename', RENAME) },
  {
    name: 'tick the checklist',
    book: small,
    before: (person) => void run(person, pair('previewRename', 'rename', RENAME)),
    prepare: (person) => {
      const [rename] = person.get('overview').renames;
      if (!rename) return null;
      const item = person.get('checklist', { run: rename.run }).items.find(({ done }) => !done);
      return item
        ? { action: 'tickChecklist', input: { run: rename.run, item: item.item, done: true } }
        : null;
    },
    undoable: false,
    // The tick on the list follows the content with the next check.
    settle: async (...books) => {
      for (const book of books) (await openAs(book)).get('check');
    },
  },
  { name: 'merge two codes', book: small, prepare: pair('previewMerge', 'merge', MERGE) },
  { name: 'merge, of records that look alike', book: alike, prepare: pair('previewMerge', 'merge', MERGE) },
  { name: 'drop copied rows', book: copied, prepare: pair('previewFix', 'fix', DROP) },
  {
    name: 'delete a code',
    book: small,
    before: (person) => void person.get('addCode', { code: 'UNUSED-1' }),
    prepare: pair('previewDeleteCode', 'deleteCode', { code: 'UNUSED-1' }),
  },
  {
    name: 'flag the records of a code',
    book: small,
    prepare: pair('previewFlagRecords', 'flagRecords', { code: 'QC0003' }),
  },
  {
    name: 'import new records',
    adds: true,
    book: small,
    prepare: pair('previewImport', 'importRecords', newRows()),
  },
  {
    name: 'import changes of scattered records',
    book: small,
    prepare: (person) => pair('previewImport', 'importRecords', scatteredUpdates(small()))(person),
  },
  {
    name: 'import changes and new records',
    adds: true,
    book: small,
    prepare: (person) => pair('previewImport', 'importRecords', changesAndNewRows())(person),
  },
  {
    name: 'delete flagged rows, few',
    book: () => flagged([2, 3, 20, 61]),
    prepare: pair('previewDeleteFlagged', 'deleteFlagged'),
  },
  {
    name: 'delete flagged rows, scattered',
    book: () => flagged(Array.from({ length: 15 }, (_, i) => 3 + i * 4)),
    prepare: pair('previewDeleteFlagged', 'deleteFlagged'),
  },
  {
    name: 'delete flagged rows, all',
    book: () => flagged(Array.from({ length: SIZE }, (_, i) => 2 + i)),
    prepare: pair('previewDeleteFlagged', 'deleteFlagged'),
  },
  {
    name: 'undo a rename',
    book: small,
    before: (person) => void run(person, pair('previewRename', 'rename', RENAME)),
    prepare: undoLast,
  },
  {
    name: 'undo an import',
    adds: true,
    book: small,
    before: (person) => {
      run(person, pair('previewImport', 'importRecords', changesAndNewRows()));
    },
    prepare: undoLast,
  },
  {
    name: 'undo an import in parts',
    adds: true,
    book: small,
    before: (person) => void importAll(person, changesAndNewRows(100)),
    prepare: undoLast,
  },
  {
    name: 'undo a deletion',
    adds: true,
    book: () => flagged(Array.from({ length: 15 }, (_, i) => 3 + i * 4)),
    before: (person) => void run(person, pair('previewDeleteFlagged', 'deleteFlagged')),
    prepare: undoLast,
  },
  {
    name: 'undo a merge, of records that look alike',
    adds: true,
    book: alike,
    before: (person) => void run(person, pair('previewMerge', 'merge', MERGE)),
    prepare: undoLast,
  },
  {
    name: 'undo the dropping of copies',
    adds: true,
    book: copied,
    before: (person) => void run(person, pair('previewFix', 'fix', DROP)),
    prepare: undoLast,
  },
  {
    name: 'export',
    book: small,
    prepare: step('exportRecords', { which: 'all' }),
    remakes: true,
    undoable: false,
  },
  { name: 'make reports', book: small, prepare: step('makeReports'), remakes: true, undoable: false },
];
