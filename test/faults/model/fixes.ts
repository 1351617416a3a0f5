// What each safe fix promises for all problems of its kind.
import {
  added,
  archived,
  CODE,
  cell,
  codeOf,
  edited,
  formerCode,
  keyOf,
  liveCode,
  type Promised,
  type Row,
  type SheetName,
  same,
  TEN,
  type World,
  withCell,
  without,
} from './world.ts';

const SHEET_OF: Readonly<Record<string, SheetName>> = {
  'content-unknown-code': 'Content',
  'path-unknown-code': 'Paths',
  'record-unknown-code': 'Records',
};

type Promise = (world: World, rule: string) => Promised;

export const FIXES: Readonly<Record<string, Promise>> = {
  'add-code': (world, rule) => {
    const name = SHEET_OF[rule] as SheetName;
    const codes = new Map<string, string>();
    for (const row of world.sheets[name]) {
      const code = codeOf(name, row);
      if (isUnknown(world, code) && !formerCode(world, code) && !codes.has(keyOf(code)))
        codes.set(keyOf(code), code.trim());
    }
    const rows = [...codes.values()].map((code) => ({ Code: code, Description: '' }));
    return { ...world, sheets: added(world.sheets, 'Codes', rows) };
  },

  'use-new-code': (world, rule) => {
    const name = SHEET_OF[rule] as SheetName;
    return inCodeCells(world, [name], (code) => {
      const now = isUnknown(world, code) ? formerCode(world, code)?.now : undefined;
      return (now === undefined ? undefined : liveCode(world, now)) ?? code;
    });
  },

  'use-codes-spelling': (world) =>
    inCodeCells(world, ['Content', 'Paths', 'Records'], (code) => {
      const written = world.sheets.Codes.map((row) => cell(row, 'Code')).filter(
        (each) => keyOf(code) !== '' && same(each, code),
      );
      const [only, ...others] = new Set(written.map(tidy));
      return only === undefined || others.length > 0 || written.includes(code) ? code : only;
    }),

  'tidy-code': (world) => inCodeCells(world, ['Codes'], tidy),

  'make-record-new': (world) => {
    const copies = new Set(copiedRows(world).flatMap((rows) => rows.slice(1)));
    return {
      ...world,
      sheets: edited(world.sheets, 'Records', (row) =>
        copies.has(row) ? withCell(row, 'Record Id', '') : row,
      ),
    };
  },

  'drop-copied-row': (world) => {
    const equal = copiedRows(world).filter((rows) => new Set(rows.map((row) => textsOf(row))).size === 1);
    const copies = new Set(equal.flatMap((rows) => rows.slice(1)));
    return {
      ...world,
      sheets: without(world.sheets, 'Records', (row) => copies.has(row)),
      deleted: [...world.deleted, ...world.sheets.Records.filter((row) => copies.has(row)).map(archived)],
    };
  },

  'set-record-type': (world) => ({
    ...world,
    sheets: edited(world.sheets, 'Records', (row) =>
      cell(row, 'Record Type').trim() === '' && TEN.some((heading) => cell(row, heading).trim() !== '')
        ? withCell(row, 'Record Type', 'Training Record')
        : row,
    ),
  }),
};

/** The same code without spaces around it and doubled ones inside. */
const tidy = (code: string): string => code.replace(/ +/g, ' ').trim();

/** People's own columns are part of a row: a copy that differs in one is no copy. */
const textsOf = (row: Row): string =>
  JSON.stringify([...TEN, 'Cost Centre'].map((heading) => cell(row, heading)));

function isUnknown(world: World, code: string): boolean {
  return (
    keyOf(code) !== '' &&
    liveCode(world, code) === undefined &&
    !world.former.some((each) => each.open && same(each.code, code))
  );
}

function inCodeCells(world: World, names: readonly SheetName[], after: (code: string) => string): World {
  let { sheets } = world;
  for (const name of names)
    sheets = edited(sheets, name, (row) =>
      after(codeOf(name, row)) === codeOf(name, row)
        ? row
        : withCell(row, CODE[name], after(codeOf(name, row))),
    );
  return { ...world, sheets };
}

/** Rows with one Record Id; blank and 0 mean new and may stand often. */
function copiedRows(world: World): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of world.sheets.Records) {
    const id = cell(row, 'Record Id').trim();
    if (id !== '' && id !== '0') groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups.values()].filter((rows) => rows.length > 1);
}
