import { textOf } from '../cell.ts';
import { codeKey } from '../code.ts';
import { addTo } from '../groups.ts';
import { contentType, yesNo } from '../usage.ts';
import { isEmptyRow } from '../workbook.ts';
import { type Check, place, places } from './context.ts';

/** One content at a time: its type, its id and title, and whether it may carry a code at all. */
export const checkContentRows: Check = ({ workbook: { content }, report }) => {
  const { objectId, type, title, usedInRecords, code, owner } = content.cells;
  for (let i = 0; i < content.length; i++) {
    if (isEmptyRow([objectId, type, title, usedInRecords, code, owner], i)) continue;
    const about = { title: textOf(title, i), type: textOf(type, i), objectId: textOf(objectId, i) };
    if (type && contentType(about.type) === null) {
      report('content-type', 'error', [place('content', i, 'type')], about);
    }
    if (objectId && textOf(objectId, i).trim() === '') {
      report('content-object-id-missing', 'warning', [place('content', i, 'objectId')], about);
    }
    if (title && textOf(title, i).trim() === '') {
      report('content-title-missing', 'warning', [place('content', i, 'title')], about);
    }
    if (!usedInRecords) continue;
    const used = yesNo(textOf(usedInRecords, i));
    const carried = textOf(code, i);
    if (used === null) {
      const args = { ...about, value: textOf(usedInRecords, i) };
      report('content-used-in-records', 'error', [place('content', i, 'usedInRecords')], args);
    } else if (!used && codeKey(carried) !== '') {
      const args = { ...about, code: carried };
      report('content-code-not-in-records', 'error', [place('content', i, 'code')], args);
    }
  }
};

/** Content is known by type and object id: a course and a quiz may share a number, two courses may not. */
export const checkContentDuplicates: Check = ({ workbook: { content }, report }) => {
  const { objectId, type } = content.cells;
  if (!objectId || !type) return;
  const rows = new Map<string, number[]>();
  for (let i = 0; i < content.length; i++) {
    const id = textOf(objectId, i).trim();
    if (id !== '') addTo(rows, identity(textOf(type, i), id), i);
  }
  for (const group of rows.values()) {
    if (group.length < 2) continue;
    const first = group[0] as number;
    const args = { type: textOf(type, first), objectId: textOf(objectId, first) };
    report('content-duplicate', 'error', places('content', group, 'objectId'), args);
  }
};

/** Two contents with one code: both give it. Rows of one and the same content are a duplicate, not two contents. */
export const checkSharedCodes: Check = ({ workbook: { content }, report }) => {
  const { objectId, type, code } = content.cells;
  const rows = new Map<string, number[]>();
  for (let i = 0; i < content.length; i++) {
    const key = codeKey(textOf(code, i));
    if (key !== '') addTo(rows, key, i);
  }
  for (const group of rows.values()) {
    const contents = new Set(
      group.map((i) => {
        const id = textOf(objectId, i).trim();
        return id === '' ? `row ${i}` : identity(textOf(type, i), id);
      }),
    );
    if (contents.size < 2) continue;
    const args = { code: textOf(code, group[0] as number), contents: contents.size };
    report('content-code-shared', 'warning', places('content', group, 'code'), args);
  }
};

function identity(type: string, id: string): string {
  return `${contentType(type) ?? type.trim().toLowerCase()}\u001f${id}`;
}
