import { unguard } from '../../formula-guard.ts';
import { type FieldLayout, headingKey, LAYOUT } from '../../layout.ts';
import { type Refused, refuse } from '../../plan.ts';
import { customField, customHeading, type Workbook } from '../../workbook.ts';
import { NOT_IMPORTED } from '../export.ts';

export type RecordField = keyof typeof LAYOUT.records;

const FIELDS = Object.entries(LAYOUT.records) as [RecordField, FieldLayout][];

export interface FileColumns {
  /** 0-based file column of each field that the file has. */
  readonly at: ReadonlyMap<RecordField, number>;
  /** Other headings with their file columns: people's own columns, and those that LMS exports have. */
  readonly custom: readonly { readonly heading: string; readonly at: number }[];
  /** Columns up to the last heading. */
  readonly width: number;
}

/** The file's columns by heading, in any order and case; known aliases count. A file that names nobody is refused. */
export function fileColumns(row: readonly string[]): FileColumns | Refused {
  const byKey = new Map<string, { heading: string; at: number; doubled: boolean }>();
  row.forEach((text, i) => {
    const heading = unguard(text).trim();
    const key = headingKey(heading);
    if (heading !== '') byKey.set(key, { heading, at: i, doubled: byKey.has(key) });
  });
  const at = new Map<RecordField, number>();
  for (const [field, { heading, aliases }] of FIELDS) {
    const named = [heading, ...aliases].map((each) => byKey.get(headingKey(each)));
    const column = named.find((each) => each !== undefined);
    if (!column) continue;
    if (column.doubled) return refuse('heading-doubled', { sheet: 'The file', heading });
    at.set(field, column.at);
  }
  if (!at.has('name') && !at.has('recordId')) return refuse('file-headings', { heading: 'Name' });
  const all = [...byKey.values()];
  const taken = new Set(at.values());
  const custom = all.filter((column) => !taken.has(column.at));
  const doubled = custom.find((column) => column.doubled);
  if (doubled) return refuse('heading-doubled', { sheet: 'The file', heading: doubled.heading });
  return {
    at,
    custom: custom.map((column) => ({ heading: column.heading, at: column.at })),
    width: Math.max(...all.map((column) => column.at)) + 1,
  };
}

export interface TakenColumns {
  /** 0-based file column of each field that is taken over, people's own among them. */
  readonly at: ReadonlyMap<string, number>;
  /** Headings that only the file has: people are asked. */
  readonly unknown: readonly string[];
  /** Headings that LMS exports have and its import does not take: no question, but said. */
  readonly leftOut: readonly string[];
}

/** People's own columns are taken over where the sheet has them, and added where they were asked for. */
export function takenColumns(
  { records }: Workbook,
  { at: known, custom }: FileColumns,
  add: boolean,
): TakenColumns {
  const at = new Map<string, number>(known);
  const unknown: string[] = [];
  const leftOut: string[] = [];
  const standing = new Map(
    Object.keys(records.columns).flatMap((field) => {
      const heading = customHeading(field);
      return heading === undefined ? [] : [[headingKey(heading), field] as const];
    }),
  );
  for (const { heading, at: column } of custom) {
    const field = standing.get(headingKey(heading));
    if (field !== undefined) at.set(field, column);
    else if (NOT_IMPORTED.has(headingKey(heading))) leftOut.push(heading);
    else {
      unknown.push(heading);
      if (add) at.set(customField(heading), column);
    }
  }
  return { at, unknown, leftOut };
}
