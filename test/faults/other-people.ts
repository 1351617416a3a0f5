import type { BookModel, SheetModel } from '../../playground/sheets/model.ts';
import { contents, contentsDiffer } from './pictures.ts';
import type { Scenario } from './scenarios.ts';
import {
  attempt,
  carryOut,
  type Outcome,
  openAt,
  outcomeOf,
  type Prepared,
  prepare,
  recover,
} from './trial.ts';

/** What somebody else does in the file while a run of ours is at work. They find their row by its content, as people do. */
interface Deed {
  readonly name: string;
  do(book: BookModel): void;
  /** Taken back before the run is tried again: a sheet that has another name is asked for by its own. */
  undo?(book: BookModel): void;
}

const SHEETS = ['Codes', 'Content', 'Paths', 'Records'];

function sheetOf(book: BookModel, name: string): SheetModel {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no ${name}`);
  return sheet;
}

const NEW_ROW: Readonly<Record<string, (string | number)[]>> = {
  Records: ['777777', 'other.person', 'Training Record', '', 'Their row', '', '', '', '', ''],
  Content: ['77777', 'Course', 'Their course', '', '', ''],
  Paths: ['LP-77', '', 'Their path', 'THEIR-1'],
  Codes: ['THEIR-1', 'Their code', ''],
};

/** The last row that holds something. */
function lastRow(sheet: SheetModel): number {
  let at = sheet.rows.length - 1;
  while (at > 0 && !sheet.rows[at]?.values.some((value) => value !== '')) at--;
  return at;
}

function insert(name: string, at: number): Deed {
  return {
    name: `inserts a row in ${name}, as row ${at + 1}`,
    do(book) {
      const sheet = sheetOf(book, name);
      sheet.rows.splice(at, 0, { values: [...(NEW_ROW[name] ?? [])] });
      sheet.rowCount++;
    },
  };
}

/** A record that no scenario changes. */
const WATCHED = '100005';

export const DEEDS: readonly Deed[] = [
  ...SHEETS.map((name) => insert(name, 1)),
  insert('Records', 9),
  {
    name: 'sorts Records from the end to the beginning',
    do(book) {
      const sheet = sheetOf(book, 'Records');
      const last = lastRow(sheet);
      sheet.rows.splice(1, last, ...sheet.rows.slice(1, last + 1).reverse());
    },
  },
  {
    name: 'edits a cell of another row',
    do(book) {
      const row = sheetOf(book, 'Records').rows.find((each) => each?.values[0] === WATCHED);
      if (row) row.values[7] = 'Their text';
    },
  },
  {
    name: 'deletes another row',
    do(book) {
      const sheet = sheetOf(book, 'Records');
      const at = sheet.rows.findIndex((each) => each?.values[0] === WATCHED);
      if (at < 0) return;
      sheet.rows.splice(at, 1);
      sheet.rowCount--;
    },
  },
  {
    name: 'renames Records',
    do: (book) => void Object.assign(sheetOf(book, 'Records'), { name: 'Their records' }),
    undo: (book) => void Object.assign(sheetOf(book, 'Their records'), { name: 'Records' }),
  },
];

/** Every deed before every call of one scenario: nobody's work is lost, theirs or ours. */
export async function disturbed(scenario: Scenario, deeds: readonly Deed[] = DEEDS): Promise<Outcome> {
  const prepared = await prepare(scenario);
  const outcome = outcomeOf(scenario, prepared.calls);
  for (const deed of deeds) {
    const right = await bothOrders(prepared, deed);
    for (let at = 1; at <= prepared.calls; at++) await once(prepared, deed, at, right, outcome);
  }
  return outcome;
}

type Contents = ReturnType<typeof contents>;

/** Theirs first, then ours, or the other way round: both are right. */
async function bothOrders({ scenario, book, done }: Prepared, deed: Deed): Promise<Contents[]> {
  const oursFirst = structuredClone(done);
  deed.do(oursFirst);
  deed.undo?.(oursFirst);
  const theirsFirst = structuredClone(book);
  deed.do(theirsFirst);
  deed.undo?.(theirsFirst);
  const person = await openAt(theirsFirst, Date.UTC(2026, 10, 20, 15));
  const step = scenario.prepare(person);
  if (step) carryOut(person, step);
  return [contents(oursFirst), contents(theirsFirst)];
}

async function once(
  prepared: Prepared,
  deed: Deed,
  at: number,
  right: readonly Contents[],
  outcome: Outcome,
): Promise<void> {
  const { scenario } = prepared;
  let inside = false;
  const { book, person } = await attempt(prepared, (copy) => ({
    before: (method, n) => {
      if (n !== at) return;
      // Google removes rows, and writes new ones, by their numbers, and the run looks right before. What somebody does in
      // the very call cannot be seen or undone by a script.
      inside = method === 'Sheet.deleteRows' || (scenario.adds === true && method === 'Range.setValues');
      if (!inside) deed.do(copy);
    },
  }));
  if (inside) return;
  if (book.sheets.some(({ name }) => name === 'Their records')) deed.undo?.(book);
  outcome.tried++;
  const where = `${scenario.name}, somebody ${deed.name} before call ${at}`;
  try {
    recover(person, scenario, 'continueRun');
  } catch (error) {
    outcome.diverged++;
    outcome.wrong.push(`${where}: ${String(error)}`);
    return;
  }
  const wrong = right.map((each) => contentsDiffer(contents(book), each));
  if (wrong.every(Boolean)) {
    outcome.lost++;
    outcome.wrong.push(`${where}: ${wrong[0]}`);
  }
}
