import { type Cell, cellText } from '../cell.ts';
import type { SheetKey } from '../layout.ts';
import { personKey } from '../progress/holdings.ts';
import { type CodeUse, contentType, type Usage } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import { rowsOfCode, textAt } from './code-cells.ts';

/** Kinds of use in the order in which people see them. */
export const USE_KINDS = [
  'course',
  'quiz',
  'trainingEvent',
  'otherContent',
  'path',
  'step',
  'record',
] as const;
export type UseKindName = (typeof USE_KINDS)[number];

/** Data-row indexes of one kind, never empty. */
export interface UsesOfKind {
  readonly kind: UseKindName;
  readonly sheet: SheetKey;
  readonly rows: readonly number[];
}

export interface CodePlace {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly title: string;
  readonly detail: string;
}

export interface CodeWhereUsed {
  readonly code: string;
  readonly description: string;
  /** Its Codes row, null for a code that Codes does not have. */
  readonly row: number | null;
  readonly total: number;
  /** Different people among its records. */
  readonly people: number;
  readonly kinds: readonly {
    readonly kind: UseKindName;
    readonly count: number;
    readonly places: readonly CodePlace[];
  }[];
}

/** Where a code is used, by kind; `limit` places of each kind are spelled out. */
export function whereUsed(workbook: Workbook, usage: Usage, code: string, limit = 3): CodeWhereUsed {
  const use = usage.of(code);
  const [index = -1] = rowsOfCode(workbook.codes, code);
  const kinds = usesByKind(workbook, use).map((each) => ({
    kind: each.kind,
    count: each.rows.length,
    places: each.rows.slice(0, limit).map((i) => placeOf(workbook, each.kind, i)),
  }));
  return {
    code: textAt(workbook.codes, 'code', index) || code.trim(),
    description: textAt(workbook.codes, 'description', index),
    row: index < 0 ? null : sheetRow(index),
    total: kinds.reduce((sum, { count }) => sum + count, 0),
    people: peopleOf(workbook, use.records).length,
    kinds,
  };
}

export function usesByKind({ content }: Workbook, use: CodeUse): UsesOfKind[] {
  const typeOf = (i: number): UseKindName => contentType(textAt(content, 'type', i)) ?? 'otherContent';
  const own: { [K in UseKindName]?: readonly number[] } = {
    path: use.paths,
    step: use.steps,
    record: use.records,
  };
  return USE_KINDS.flatMap((kind) => {
    const found = own[kind] ?? use.content.filter((i) => typeOf(i) === kind);
    return found.length > 0 ? [{ kind, sheet: sheetOf(kind), rows: found }] : [];
  });
}

function sheetOf(kind: UseKindName): SheetKey {
  return kind === 'record' ? 'records' : kind === 'path' || kind === 'step' ? 'paths' : 'content';
}

export function placeOf(workbook: Workbook, kind: UseKindName, index: number): CodePlace {
  const sheet = sheetOf(kind);
  const text = (field: string): string => textAt(workbook[sheet], field, index).trim();
  const row = sheetRow(index);
  if (sheet === 'records') {
    return { sheet, row, title: text('name'), detail: joined(text('title'), text('completionDate')) };
  }
  if (sheet === 'paths') {
    const path = `Path ${text('pathId')}`.trim();
    return {
      sheet,
      row,
      title: text('title'),
      detail: kind === 'step' ? `${path}, step ${text('step')}` : path,
    };
  }
  return {
    sheet,
    row,
    title: text('title'),
    detail: joined(`${text('type')} ${text('objectId')}`.trim(), text('owner')),
  };
}

/** The different people of these records, as first written. */
export function peopleOf({ records }: Workbook, rows: readonly number[]): string[] {
  // Folding a name costs more than meeting it again as it is written.
  const written = new Set<Cell>();
  for (const i of rows) written.add(records.cells.name?.[i] ?? '');
  const people = new Map<string, string>();
  for (const cell of written) {
    const name = cellText(cell).trim();
    const key = personKey(name);
    if (name !== '' && !people.has(key)) people.set(key, name);
  }
  return [...people.values()];
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(' \u00b7 ');
}
