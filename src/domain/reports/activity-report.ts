import { cellText, textOf } from '../cell.ts';
import { addTo } from '../groups.ts';
import { CONTENT_TYPE_NAMES } from '../learning-content.ts';
import { keyNow } from '../live-codes.ts';
import { textOrder } from '../text-order.ts';
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
 * may share a number, so a record belongs to the one that carries its code, or what became of that: copies of deleted records
 * keep the code that they had.
 */
export function activityReport(workbook: Workbook, deleted: readonly DeletedActivity[]): Report {
  const keyOf = keyNow(workbook);
  const contents = contentsById(workbook, keyOf);
  const found = new Map<string, Activity>();
  const add = ({ name, objectId, title, code }: DeletedActivity): void => {
    if (name.trim() === '') return;
    const id = objectId.trim().replace(/^0$/, '');
    const same = contents.get(id) ?? [];
    const { type = '' } = same.find((each) => each.key === keyOf(code)) ?? same[0] ?? {};
    // Content that stands twice is told by its first row, whichever record is met first.
    const { title: known = '', row = 0 } = same.find((each) => each.type === type) ?? {};
    const called = title.trim();
    const key = id === '' ? `title ${called}` : `id ${id} ${type}`;
    const entry = found.get(key) ?? { id, type, row, title: known, total: 0 };
    entry.total++;
    // Of content that the sheet does not have, records may write the title in several ways.
    if (known === '' && (entry.title === '' || called < entry.title)) entry.title = called;
    found.set(key, entry);
  };
  const { name, objectId, title, code } = workbook.records.cells;
  for (let i = 0; i < workbook.records.length; i++) {
    add({
      name: textOf(name, i),
      objectId: textOf(objectId, i),
      title: textOf(title, i),
      code: textOf(code, i),
    });
  }
  for (const record of deleted) add(record);
  const rows = [...found.values()].sort(
    (a, b) =>
      b.total - a.total || textOrder(a.title, b.title) || textOrder(a.id, b.id) || textOrder(a.type, b.type),
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

function contentsById({ content }: Workbook, keyOf: (code: string) => string) {
  const { objectId, type, title, code } = content.cells;
  const found = new Map<string, { title: string; type: string; key: string; row: number }[]>();
  objectId?.forEach((cell, i) => {
    const id = cellText(cell).trim();
    if (id === '') return;
    const kind = contentType(textOf(type, i));
    const one = {
      title: textOf(title, i).trim(),
      type: kind ? CONTENT_TYPE_NAMES[kind] : '',
      key: keyOf(textOf(code, i)),
      row: sheetRow(i),
    };
    addTo(found, id, one);
  });
  return found;
}
