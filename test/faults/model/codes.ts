// What the actions on codes promise.
import {
  added,
  archived,
  CODE,
  canonical,
  cell,
  codeOf,
  edited,
  type Former,
  formerCode,
  type Item,
  inOpenRename,
  isFlagged,
  keyOf,
  liveCode,
  type Promised,
  type Row,
  type Sheets,
  same,
  type World,
  withCell,
  without,
} from './world.ts';

export function addCode(world: World, code: string, description: string, reason: string): Promised {
  if (keyOf(code) === '' || liveCode(world, code) !== undefined || inOpenRename(world, code)) return null;
  if (formerCode(world, code) && reason === '') return null;
  return {
    ...world,
    sheets: added(world.sheets, 'Codes', [{ Code: code.trim(), Description: description }]),
    former: world.former.filter((each) => !same(each.code, code)),
  };
}

/** Exactly the code cells of the same code become the new one, on Codes, Paths and Records; content goes on the checklist. */
export function rename(
  world: World,
  asked: { from: string; to: string; records: boolean; reason: string },
  run: string,
): Promised {
  const from = liveCode(world, asked.from);
  const to = asked.to.trim();
  if (from === undefined || to === '' || inOpenRename(world, from) || inOpenRename(world, to)) return null;
  const rows = world.sheets.Codes.filter((row) => same(cell(row, 'Code'), to));
  const another = same(from, to);
  if (another ? rows.every((row) => cell(row, 'Code') === to) : rows.length > 0) return null;
  const former = another ? undefined : formerCode(world, to);
  if (former && !same(former.now, from) && asked.reason === '') return null;
  let { sheets } = world;
  for (const name of ['Codes', 'Paths', ...(asked.records ? ['Records'] : [])] as ('Codes' | 'Paths')[])
    sheets = edited(sheets, name, (row) =>
      same(codeOf(name, row), from) ? withCell(row, CODE[name], to) : row,
    );
  const items = toDo(world, from, to, run);
  return {
    ...world,
    sheets,
    items: [...world.items, ...items],
    former: another
      ? world.former
      : [
          ...world.former.filter((each) => !same(each.code, to)),
          { code: from, now: to, run, open: items.length > 0 },
        ],
  };
}

function toDo(world: World, from: string, to: string, run: string): Item[] {
  return world.sheets.Content.filter((row) => same(codeOf('Content', row), from))
    .filter((row) => codeOf('Content', row) !== to)
    .map((row) => ({
      run,
      from: codeOf('Content', row),
      to,
      type: cell(row, 'Type'),
      objectId: cell(row, 'Object Id'),
      title: cell(row, 'Title'),
    }));
}

/** Like a rename to a live code, but the old Codes rows go, and of doubled records all but the one that is kept. */
export function merge(
  world: World,
  asked: { from: string; into: string; keep: 'first' | 'last' | 'both' },
  run: string,
): Promised {
  const [from, into] = [liveCode(world, asked.from), liveCode(world, asked.into)];
  if (from === undefined || into === undefined || same(from, into)) return null;
  if (inOpenRename(world, from) || inOpenRename(world, into)) return null;
  const dropped = new Set(asked.keep === 'both' ? [] : doubles(world.sheets, from, into, asked.keep));
  const going = world.sheets.Records.filter((row) => dropped.has(row));
  let sheets = without(world.sheets, 'Codes', (row) => same(cell(row, 'Code'), from));
  sheets = without(sheets, 'Records', (row) => dropped.has(row));
  for (const name of ['Paths', 'Records'] as const)
    sheets = edited(sheets, name, (row) =>
      same(codeOf(name, row), from) ? withCell(row, CODE[name], into) : row,
    );
  const items = toDo(world, from, into, run);
  return {
    ...world,
    sheets,
    items: [...world.items, ...items],
    deleted: [...world.deleted, ...going.map(archived)],
    former: [...world.former, { code: from, now: into, run, open: items.length > 0 }],
  };
}

function doubles({ Records }: Sheets, from: string, into: string, keep: 'first' | 'last'): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of Records) {
    const [person, date, code] = [
      cell(row, 'Name').trim(),
      cell(row, 'Completion Date'),
      codeOf('Records', row),
    ];
    if (isFlagged(row) || person === '' || date === '' || !(same(code, from) || same(code, into))) continue;
    const key = `${person.toLowerCase()} ${date}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .filter((rows) => [from, into].every((code) => rows.some((row) => same(codeOf('Records', row), code))))
    .flatMap((rows) => (keep === 'first' ? rows.slice(1) : rows.slice(0, -1)));
}

/** Only a code that nothing uses can be deleted. */
export function deleteCode(world: World, code: string, run: string): Promised {
  const live = liveCode(world, code);
  if (live === undefined) return null;
  const key = canonical(world, live);
  for (const name of ['Content', 'Paths', 'Records'] as const) {
    const uses = (row: Row): boolean =>
      codeOf(name, row) !== '' && canonical(world, codeOf(name, row)) === key;
    if (world.sheets[name].some(uses)) return null;
  }
  const former: Former = { code: live, now: '', run, open: false };
  return {
    ...world,
    sheets: without(world.sheets, 'Codes', (row) => same(cell(row, 'Code'), live)),
    former: [...world.former, former],
  };
}

export function flagRecords(world: World, code: string): Promised {
  const key = canonical(world, code);
  const means = (row: Row): boolean =>
    key !== '' &&
    codeOf('Records', row) !== '' &&
    canonical(world, codeOf('Records', row)) === key &&
    !isFlagged(row);
  if (!world.sheets.Records.some(means)) return null;
  return {
    ...world,
    sheets: edited(world.sheets, 'Records', (row) => (means(row) ? withCell(row, 'Delete?', '1') : row)),
  };
}

/** Content of an item, as it stands now. */
const contentOf = (world: World, item: Item): readonly Row[] =>
  world.sheets.Content.filter(
    (row) =>
      same(cell(row, 'Type'), item.type) &&
      (item.objectId.trim() === ''
        ? cell(row, 'Title').trim() === item.title.trim()
        : cell(row, 'Object Id').trim() === item.objectId.trim()),
  );

/** Between two writings of one code only the exact new one is done. */
function isDone(code: string, { from, to }: Item): boolean {
  return same(code, to) && (!same(from, to) || code === to);
}

const isOpen = (code: string, item: Item): boolean => same(code, item.from) && !isDone(code, item);

export function tick(world: World, item: Item, done: boolean): Promised {
  const rows = contentOf(world, item);
  if (rows.length === 0) return null;
  const holding = rows.filter((row) =>
    done ? isOpen(codeOf('Content', row), item) : isDone(codeOf('Content', row), item),
  );
  const changed = new Set(done ? holding : holding.slice(0, 1));
  const sheets = edited(world.sheets, 'Content', (row) =>
    changed.has(row) ? withCell(row, CODE.Content, done ? item.to : item.from) : row,
  );
  return lookedOver({ ...world, sheets }, item.run);
}

/** Whether an item's box is ticked: none of its content is open, and some of it is done. */
export function isTicked(world: World, item: Item): boolean {
  const codes = contentOf(world, item).map((row) => codeOf('Content', row));
  return codes.some((code) => isDone(code, item)) && !codes.some((code) => isOpen(code, item));
}

/** Whether the checklist of a rename has work left. */
const hasWork = (world: World, run: string): boolean =>
  world.items.some(
    (item) => item.run === run && contentOf(world, item).some((row) => isOpen(codeOf('Content', row), item)),
  );

/** A rename is finished, or open again, when somebody looks at its checklist after a change of Content. */
export function lookedOver(world: World, run?: string): World {
  return {
    ...world,
    former: world.former.map((each) =>
      (run === undefined || each.run === run) && world.items.some((item) => item.run === each.run)
        ? { ...each, open: hasWork(world, each.run) }
        : each,
    ),
  };
}

/** A check looks at every checklist, and the lines of the finished ones go: Activity has them. */
export function checked(world: World): World {
  const after = lookedOver(world);
  return { ...after, items: after.items.filter(({ run }) => hasWork(after, run)) };
}

/** Ticks belong to the rename: undone with it. Content that has its old code again, or another one, stays. */
export function unticked(world: World, items: readonly Item[]): Sheets {
  let { sheets } = world;
  const taken = new Set<string>();
  for (const item of items) {
    const rows = contentOf({ ...world, sheets }, item).filter((row) => !taken.has(row.mark));
    const back = rows.find((row) => codeOf('Content', row) === item.from);
    const row = back ?? rows.find((each) => isDone(codeOf('Content', each), item));
    if (!row) continue;
    taken.add(row.mark);
    if (!back)
      sheets = edited(sheets, 'Content', (each) =>
        each.mark === row.mark ? withCell(each, CODE.Content, item.from) : each,
      );
  }
  return sheets;
}
