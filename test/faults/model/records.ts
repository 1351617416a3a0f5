// What the actions on records promise.
import {
  added,
  archived,
  canonical,
  cell,
  codeOf,
  edited,
  formerCode,
  isFlagged,
  keyOf,
  liveCode,
  type Promised,
  type Row,
  same,
  TEN,
  type World,
  withCell,
  without,
} from './world.ts';

/** The flagged rows go, the others stay; copies stand in Deleted Records. */
export function deleteFlagged(world: World): Promised {
  const going = world.sheets.Records.filter(isFlagged);
  if (going.length === 0) return null;
  return {
    ...world,
    sheets: without(world.sheets, 'Records', isFlagged),
    deleted: [...world.deleted, ...going.map(archived)],
  };
}

export interface File {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly addCodes: readonly string[];
  readonly useNewCodes: boolean;
  readonly conflicts: 'sheet' | 'file';
}

const idOf = (row: Row): string =>
  cell(row, 'Record Id').trim() === '0' ? '' : cell(row, 'Record Id').trim();
const texts = (row: Row, headings: readonly string[]): string =>
  JSON.stringify(headings.map((heading) => compared(row, heading)));
const compared = (row: Row, heading: string): string => {
  const text = cell(row, heading);
  if (heading === 'Object Id') return text.trim() === '0' ? '' : text.trim();
  if (heading === 'Delete?') return isFlagged(row) ? '1' : /^(0|false|)$/i.test(text.trim()) ? '' : text;
  return ['Name', 'Record Type', 'Qualification Code', 'Completion Date'].includes(heading)
    ? text.trim()
    : text;
};

/** Upsert by Record Id: rows that are right go in, the others are told, a row missing from the file stays. */
export function importRecords(world: World, file: File, run: string): Promised {
  const headings = file.headings.filter((heading) => heading !== 'Record Id');
  const lines = file.rows.map(
    (row): Row => ({
      mark: '',
      cells: Object.fromEntries(file.headings.map((heading, i) => [heading, row[i] ?? ''])),
    }),
  );
  const crossed = new Map<string, Map<string, string>>();
  let { sheets } = world;
  const news: Row[] = [];
  const codes = new Set<string>();
  let changed = 0;
  const isNew = (line: Row): boolean =>
    !world.sheets.Records.some((row) => idOf(row) !== '' && idOf(row) === idOf(line));
  // A new row is the same as what the sheet holds after the file's updates.
  for (const line of [...lines.filter((each) => !isNew(each)), ...lines.filter(isNew)]) {
    const id = idOf(line);
    const standing = id === '' ? [] : world.sheets.Records.filter((row) => idOf(row) === id);
    if (standing.length > 1 || (id !== '' && lines.filter((each) => idOf(each) === id).length > 1)) continue;
    const [old] = standing;
    const holds = (row: Row): boolean => texts(row, headings) === texts(line, headings);
    if (!old && sheets.Records.some(holds)) {
      if (id !== '') crossed.set(id, new Map(headings.map((heading) => [heading, compared(line, heading)])));
      continue;
    }
    const values = written(world, file, line, old, headings);
    if (!values || (!old && (values.get('Name') ?? '') === '')) continue;
    const changes = [...values].filter(([heading, after]) => {
      const now = old && compared(old, heading);
      return now !== undefined && now !== after && !stays(world, file, id, heading, now);
    });
    // Nothing of a row goes in that would take a formula away.
    if (changes.some(([heading]) => old?.formulas?.includes(heading))) continue;
    if (id !== '') crossed.set(id, values);
    if (!old) {
      const row = { mark: '', cells: Object.fromEntries([...values, ['Record Id', id]]) };
      const twin = (each: Row): boolean => texts(each, headings) === texts(row, headings);
      if (sheets.Records.some(twin) || news.some(twin)) continue;
      news.push(row);
      codes.add(keyOf(values.get('Qualification Code') ?? ''));
      changed++;
      continue;
    }
    for (const [heading, after] of changes) {
      sheets = edited(sheets, 'Records', (row) =>
        row.mark === old.mark ? withCell(row, heading, after) : row,
      );
      if (heading === 'Qualification Code') codes.add(keyOf(after));
      changed++;
    }
  }
  if (changed === 0) return null;
  const made = [...new Map(file.addCodes.map((code) => [keyOf(code), code.trim()]))]
    .filter(([key]) => codes.has(key) && key !== '' && liveCode(world, key) === undefined)
    .map(([, code]) => ({ Code: code, Description: '' }));
  sheets = added(
    added(sheets, 'Codes', made),
    'Records',
    news.map((row) => row.cells),
  );
  const crossing = { run, records: crossed };
  return { ...world, sheets, crossings: crossed.size > 0 ? [...world.crossings, crossing] : world.crossings };
}

/** What a line of the file writes, or null where it is wrong. What it leaves as it stands may be as wrong as it was. */
function written(
  world: World,
  file: File,
  line: Row,
  old: Row | undefined,
  headings: readonly string[],
): Map<string, string> | null {
  const values = new Map<string, string>();
  for (const heading of headings) {
    const [here, there] = [old && compared(old, heading), compared(line, heading)];
    if (here !== undefined && (here === there || isOtherWriting(world, heading, here, there))) {
      values.set(heading, here);
      continue;
    }
    if (old && there === '' && (heading === 'Name' || heading === 'Record Type')) return null;
    const text = heading === 'Qualification Code' && there !== '' ? knownAs(world, there, file) : there;
    if (text === null) return null;
    values.set(heading, text);
  }
  return values;
}

/** The cell's code in a writing that is not that of Codes either: the sheet's own stays. */
function isOtherWriting(world: World, heading: string, here: string, there: string): boolean {
  return (
    heading === 'Qualification Code' && there !== '' && same(here, there) && liveCode(world, there) !== there
  );
}

/** A file's code as it goes in, or null where its row does not. */
function knownAs(world: World, code: string, { addCodes, useNewCodes }: File): string | null {
  if (liveCode(world, code) !== undefined) return code;
  if (world.former.some((each) => each.open && same(each.code, code))) return code;
  if (formerCode(world, code)) {
    const live = becameOf(world, code);
    return live !== undefined && useNewCodes ? live : null;
  }
  return addCodes.some((each) => same(each, code)) ? code : null;
}

/** What a former code is today, several renames on. */
function becameOf(world: World, code: string): string | undefined {
  let at: string | undefined = code;
  for (let i = 0; at !== undefined && i <= world.former.length; i++) {
    const live = liveCode(world, at);
    if (live !== undefined) return live;
    at = formerCode(world, at)?.now;
  }
  return undefined;
}

/** Three ways: what changed here since records last crossed stays, unless people decided for the file. */
function stays(world: World, { conflicts }: File, id: string, heading: string, now: string): boolean {
  const last = [...world.crossings].reverse().find(({ records }) => records.get(id)?.has(heading));
  const was = last?.records.get(id)?.get(heading);
  return was !== undefined && was !== now && conflicts !== 'file';
}

/** A full export is what both sides know from now on. */
export function exported(world: World, run: string): Promised {
  const headings = [...TEN.slice(1), 'Cost Centre'];
  const rows = world.sheets.Records.filter((row) => TEN.some((heading) => cell(row, heading) !== ''));
  if (rows.length === 0) return null;
  const known = rows.filter((row) => idOf(row) !== '');
  if (known.length === 0) return world;
  const records = new Map(
    known.map((row) => [idOf(row), new Map(headings.map((heading) => [heading, compared(row, heading)]))]),
  );
  return { ...world, crossings: [{ run, records }] };
}

/** Everybody who did every step and lacks the path's own code gets a record, dated by the last step. */
export function addPathRecords(world: World, pathId: string): Promised {
  const rows = world.sheets.Paths.filter((row) => cell(row, 'Path Id').trim() === pathId);
  const own = rows.filter((row) => cell(row, 'Step') === '').pop();
  const steps = rows.filter((row) => cell(row, 'Step') !== '');
  if (!own || codeOf('Paths', own).trim() === '' || steps.length === 0) return null;
  const people = new Map<string, string>();
  for (const row of world.sheets.Records) {
    const name = cell(row, 'Name').trim();
    if (name !== '' && !people.has(name.toLowerCase())) people.set(name.toLowerCase(), name);
  }
  const dateOf = (person: string, code: string): string =>
    world.sheets.Records.filter(
      (row) =>
        cell(row, 'Name').trim().toLowerCase() === person &&
        !isFlagged(row) &&
        keyOf(code) !== '' &&
        codeOf('Records', row) !== '' &&
        canonical(world, codeOf('Records', row)) === canonical(world, code),
    )
      .map((row) => cell(row, 'Completion Date'))
      .reduce((a, b) => (a > b ? a : b), '');
  const news = [...people].flatMap(([person, name]) => {
    const dates = steps.map((row) => dateOf(person, codeOf('Paths', row)));
    if (dates.includes('') || dateOf(person, codeOf('Paths', own)) !== '') return [];
    return [
      {
        'Record Id': '0',
        Name: name,
        'Record Type': 'Learning Path',
        'Object Id': pathId,
        Title: cell(own, 'Title'),
        'Completion Date': dates.reduce((a, b) => (a > b ? a : b)),
        'Qualification Code': codeOf('Paths', own).trim(),
      },
    ];
  });
  return news.length === 0 ? null : { ...world, sheets: added(world.sheets, 'Records', news) };
}
