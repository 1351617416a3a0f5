// What undo promises: the sheets as they were before the run, but for what somebody has edited since.
import { unticked } from './codes.ts';
import { type Row, type Run, SHEETS, type Sheets, trimmed, type World } from './world.ts';

export interface Undone {
  readonly world: World;
  /** Nobody has changed anything since: then the sheets are exactly what they were, row by row. */
  readonly untouched: boolean;
  /** Cells and rows that somebody has changed since. */
  readonly kept: number;
  /** Rows that came back; when others have come or gone, they may stand in another place. */
  readonly back: ReadonlySet<string>;
}

export function undone(world: World, run: Run): Undone {
  const untouched = JSON.stringify(world.sheets) === JSON.stringify(run.after);
  const back = new Set<string>();
  let kept = 0;
  const sheets = Object.fromEntries(
    SHEETS.map((name) => {
      const before = new Map(run.before[name].map((row) => [row.mark, row]));
      const after = new Map(run.after[name].map((row) => [row.mark, row]));
      let rows = world.sheets[name].flatMap((row): Row[] => {
        const [was, made] = [before.get(row.mark), after.get(row.mark)];
        if (!made || row.mark === '') return [row];
        if (!was) {
          if (sameCells(row, made)) return [];
          kept++;
          return [row];
        }
        const cells = { ...row.cells };
        for (const heading of Object.keys({ ...was.cells, ...made.cells })) {
          const [old, set, now] = [was, made, row].map((each) => each.cells[heading] ?? '');
          if (old === set || now === old) continue;
          if (now === set) cells[heading] = old as string;
          else kept++;
        }
        return [{ ...row, cells }];
      });
      const now = new Set(world.sheets[name].map((row) => row.mark));
      for (const mark of [...before.keys(), ...after.keys()])
        if (after.has(mark) && !now.has(mark) && changed(before.get(mark), after.get(mark))) kept++;
      run.before[name].forEach((row, i) => {
        if (row.mark === '' || after.has(row.mark)) return;
        back.add(row.mark);
        const above = run.before[name].slice(0, i).reverse();
        const at = above.map(({ mark }) => rows.findIndex((each) => each.mark === mark)).find((n) => n >= 0);
        rows = [...rows.slice(0, (at ?? -1) + 1), row, ...rows.slice((at ?? -1) + 1)];
      });
      return [name, trimmed(rows)];
    }),
  ) as unknown as Sheets;
  return {
    untouched,
    kept,
    back,
    world: {
      ...world,
      sheets: unticked({ ...world, sheets }, run.items),
      deleted: run.deleted.reduce(withoutLast, world.deleted),
      former: [...world.former.filter((each) => each.run !== run.run), ...run.revived],
      items: world.items.filter((item) => item.run !== run.run),
      crossings: world.crossings.filter((crossing) => crossing.run !== run.run),
      runs: world.runs.filter((each) => each.run !== run.run),
    },
  };
}

const changed = (was: Row | undefined, made: Row | undefined): boolean =>
  !was || !made || !sameCells(was, made);

const sameCells = (a: Row, b: Row): boolean =>
  Object.keys({ ...a.cells, ...b.cells }).every(
    (heading) => (a.cells[heading] ?? '') === (b.cells[heading] ?? ''),
  );

/** A record that is back is not deleted. */
function withoutLast(lines: readonly string[], line: string): readonly string[] {
  const at = lines.lastIndexOf(line);
  return lines.filter((_, i) => i !== at);
}
