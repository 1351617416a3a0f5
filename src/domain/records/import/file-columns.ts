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
  const headings = row.map(unguard);
  const byKey = new Map<string, number[]>();
  headings.forEach((heading, i) => {
    const key = headingKey(heading);
    if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), i]);
  });
  const at = new Map<RecordField, number>();
  const taken = new Set<number>();
  const own = new Set(FIELDS.map(([, { heading }]) => headingKey(heading)));
  for (const [field, { heading, aliases }] of FIELDS) {
    const others = aliases.map(headingKey).filter((key) => !own.has(key));
    const key = [headingKey(heading), ...others].find((each) => byKey.has(each));
    const columns = key === undefined ? [] : (byKey.get(key) ?? []);
    if (columns.length > 1) return refuse('heading-doubled', { sheet: 'The file', heading });
    if (columns[0] === undefined) continue;
    at.set(field, columns[0]);
    taken.add(columns[0]);
  }
  if (!at.has('name') && !at.has('recordId')) return refuse('file-headings', { heading: 'Name' });
  const custom = headings.flatMap((heading, i) =>
    heading.trim() === '' || taken.has(i) ? [] : [{ heading: heading.trim(), at: i }],
  );
  const doubled = custom.find(({ heading }) => (byKey.get(headingKey(heading)) ?? []).length > 1);
  if (doubled) return refuse('heading-doubled', { sheet: 'The file', heading: doubled.heading });
  let width = headings.length;
  while (headings[width - 1]?.trim() === '') width--;
  return { at, custom, width };
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
