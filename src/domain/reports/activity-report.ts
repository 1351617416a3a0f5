import { cellText } from '../cell.ts';
import { codeKey } from '../code.ts';
import { CONTENT_TYPE_NAMES } from '../learning-content.ts';
import { contentType } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import type { Report } from './report.ts';

/** A deleted record still counts in the Course Activity Report. */
export interface DeletedActivity {
  readonly name: string;
  readonly objectId: string;
  readonly title: string;
  readonly code: string;
}

interface Activity {
  readonly id: string;
  readonly type: string;
  /** Its row in Content, 0 when it has none. */
  readonly row: number;
  title: string;
  total: number;
}

/**
 * Live and deleted together: deleting a record changes nothing in it, the order of its rows included. A course and a quiz
 * may share a number, so a record belongs to the one that carries its code.
 */
export function activityReport(workbook: Workbook, deleted: readonly DeletedActivity[]): Report {
  const contents = contentsById(workbook);
  const found = new Map<string, Activity>();
  const add = ({ name, objectId, title, code }: DeletedActivity): void => {
    if (name.trim() === '') return;
    const id = objectId.trim() === '0' ? '' : objectId.trim();
    const same = contents.get(id) ?? [];
    const content = same.find((each) => each.key === codeKey(code)) ?? same[0];
    const key = id === '' ? `title ${title.trim()}` : `id ${id} ${content?.type ?? ''}`;
    const { type = '', title: known = '', row = 0 } = content ?? {};
    const entry = found.get(key) ?? { id, type, row, title: known, total: 0 };
    entry.total++;
    // Of content that the sheet does not have, records may write the title in several ways.
    if (!content?.title && (entry.title === '' || title.trim() < entry.title)) entry.title = title.trim();
    found.set(key, entry);
  };
  const { name, objectId, title, code } = workbook.records.cells;
  for (let i = 0; i < workbook.records.length; i++) {
    const [who, id, called, held] = [name, objectId, title, code].map((cells) => cellText(cells?.[i] ?? ''));
    add({ name: who ?? '', objectId: id ?? '', title: called ?? '', code: held ?? '' });
  }
  for (const record of deleted) add(record);
  const rows = [...found.values()].sort(
    (a, b) =>
      b.total - a.total || compare(a.title, b.title) || compare(a.id, b.id) || compare(a.type, b.type),
  );
  return {
    name: 'Course Activity Report',
    about: 'Live and deleted records together, by content',
    tables: [
      {
        headings: ['Title', 'Completions', 'Type', 'Object Id'],
        rows: rows.map(({ id, type, title, total }) => [title, total, type, id]),
        leads: { sheet: 'content', rows: rows.map(({ row }) => row) },
      },
    ],
    chart: { title: 'Completions by content', series: 1, stacked: false },
  };
}

function contentsById({ content }: Workbook) {
  const { objectId, type, title, code } = content.cells;
  const found = new Map<string, { title: string; type: string; key: string; row: number }[]>();
  (objectId ?? []).forEach((cell, i) => {
    const id = cellText(cell).trim();
    if (id === '') return;
    const kind = contentType(type?.[i] ?? '');
    const one = {
      title: cellText(title?.[i] ?? '').trim(),
      type: kind ? CONTENT_TYPE_NAMES[kind] : '',
      key: codeKey(cellText(code?.[i] ?? '')),
      row: sheetRow(i),
    };
    found.set(id, [...(found.get(id) ?? []), one]);
  });
  return found;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
