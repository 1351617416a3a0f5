import { type FieldLayout, headingKey, LAYOUT } from '../layout.ts';
import { type Refused, refuse } from '../plan.ts';

export type RecordField = keyof typeof LAYOUT.records;

const FIELDS = Object.entries(LAYOUT.records) as [RecordField, FieldLayout][];
/** Columns of LMS exports that its import does not take, and neither do we. */
const IGNORED = new Set(['email', 'firstname', 'lastname'].map(headingKey));

export interface FileColumns {
  /** 0-based file column of each field that the file has. */
  readonly at: ReadonlyMap<RecordField, number>;
  /** Other headings with their file columns: people's own columns. */
  readonly custom: readonly { readonly heading: string; readonly at: number }[];
}

/** The file's columns by heading, in any order and case; known aliases count. A file that names nobody is refused. */
export function fileColumns(headings: readonly string[]): FileColumns | Refused {
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
  const others = headings.filter((heading, i) => !taken.has(i) && !IGNORED.has(headingKey(heading)));
  const doubled = others.find((heading) => (byKey.get(headingKey(heading)) ?? []).length > 1);
  if (doubled !== undefined) return refuse('heading-doubled', { sheet: 'The file', heading: doubled.trim() });
  const custom = headings.flatMap((heading, i) =>
    heading.trim() === '' || taken.has(i) || IGNORED.has(headingKey(heading))
      ? []
      : [{ heading: heading.trim(), at: i }],
  );
  return { at, custom };
}
