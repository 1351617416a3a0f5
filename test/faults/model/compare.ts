import type { Stage } from './book.ts';
import type { Undone } from './undo.ts';
import { keyOf, type Row, SHEETS, type Sheets, type World } from './world.ts';

/**
 * The first difference between the book and the world, in words; '' when there is none. Without `blanks` blank rows are left
 * aside: an undo that makes room for a row where sorting is unsafe, and is stopped there, leaves the room.
 */
export function compareWorld(stage: Stage, world: World, { blanks = true } = {}): string {
  const now = stage.read();
  const seen = (rows: readonly Row[]) => (blanks ? rows : rows.filter((row) => text(row) !== '[]'));
  for (const name of SHEETS) {
    const wrong = compareRows(seen(now[name]), seen(world.sheets[name]));
    if (wrong !== '') return `${name}: ${wrong}`;
  }
  const logs: [string, unknown, unknown][] = [
    [
      'Deleted Records',
      stage.lines('Deleted Records', 10).map((line) => JSON.stringify(line)),
      world.deleted,
    ],
    [
      // In no order: what an undo takes back into memory comes last.
      'Former Codes',
      stage
        .lines('Former Codes', 6)
        .map(([code = '', then = '', , , , open]) => [keyOf(code), keyOf(then), open].join(' | '))
        .sort(),
      world.former
        .map(({ code, now: then, open }) => [keyOf(code), keyOf(then), open ? 'open' : ''].join(' | '))
        .sort(),
    ],
    [
      'Rename Checklist',
      stage.lines('Rename Checklist', 9).map((line) => line.slice(1, 6)),
      world.items.map(({ from, to, type, objectId, title }) => [from, to, type, objectId, title]),
    ],
  ];
  for (const [name, is, should] of logs) {
    const [a, b] = [JSON.stringify(is), JSON.stringify(should)];
    if (a !== b) return `${name}: ${a} instead of ${b}`;
  }
  return '';
}

/** Row by row; rows that hold the same may have changed places, nobody can tell them apart. */
function compareRows(is: readonly Row[], should: readonly Row[]): string {
  for (let i = 0; i < Math.max(is.length, should.length); i++) {
    const [a, b] = [is[i], should[i]].map((row) => row && text(row));
    if (a !== b) return `row ${i + 2}: ${a} instead of ${b}`;
  }
  const swapped = new Map<string, number>();
  is.forEach((row, i) => {
    const other = should[i] as Row;
    for (const [mark, by] of [
      [row.mark, 1],
      [other.mark, -1],
    ] as const)
      swapped.set(`${mark}: ${text(row)}`, (swapped.get(`${mark}: ${text(row)}`) ?? 0) + by);
  });
  const [wrong] = [...swapped].find(([, count]) => count !== 0) ?? [];
  return wrong === undefined ? '' : `the notes are not with their rows: ${wrong}`;
}

const text = (row: Row): string =>
  JSON.stringify(
    Object.entries(row.cells)
      .filter(([, cell]) => cell !== '')
      .sort(),
  );

/**
 * The sheets after an undo when others have changed them since, or it was stopped on its way: rows may come back in another
 * place. Nothing may be there but what undo promises, or, where it says that it left something, what stood there before it.
 */
export function compareSheets(is: Sheets, { world, back }: Undone, before: Sheets, left: boolean): string {
  for (const name of SHEETS) {
    const others = (rows: readonly Row[]): Row[] =>
      rows.filter((row) => !back.has(row.mark) && text(row) !== '[]');
    if (!left) {
      const wrong = compareRows(others(is[name]), others(world.sheets[name]));
      if (wrong !== '') return `${name}: ${wrong}`;
    }
    const ideal = new Map(world.sheets[name].map((row) => [row.mark, row]));
    const now = new Map(is[name].map((row) => [row.mark, row]));
    const old = new Map(before[name].map((row) => [row.mark, row]));
    for (const mark of back) {
      const [should, found] = [ideal.get(mark), now.get(mark)];
      if (should && (!found || text(found) !== text(should))) return `${name}: ${mark} is not back as it was`;
    }
    for (const [mark, row] of old) {
      if (mark === '') continue;
      const [should, found] = [ideal.get(mark), now.get(mark)];
      if (!found) {
        if (should) return `${name}: ${mark} is lost`;
        continue;
      }
      for (const heading of Object.keys({ ...row.cells, ...found.cells })) {
        const [a, b, c] = [found, row, should ?? row].map((each) => each.cells[heading] ?? '');
        if (a !== b && a !== c) return `${name}: ${mark}, ${heading}: ${a} instead of ${c} or ${b}`;
      }
    }
    for (const mark of now.keys())
      if (mark !== '' && !old.has(mark) && !ideal.has(mark)) return `${name}: ${mark} was made up`;
    if (is[name].filter(({ mark }) => mark !== '').length !== now.size - (now.has('') ? 1 : 0))
      return `${name}: a row stands twice`;
  }
  return '';
}
