import { codeKey } from '../code.ts';
import { addTo } from '../groups.ts';
import { type ChecklistEntry, type Planned, type Refused, refuse } from '../plan.ts';
import { contentType } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import { cellEdit, refuseFormulas, refuseUnreadable, textAt } from './code-cells.ts';

/** What tells a checklist item: the content by type and object id, and the two codes. */
export type ChecklistKey = Pick<ChecklistEntry, 'from' | 'to' | 'type' | 'objectId' | 'title'>;

/**
 * What the Content sheet says about an item now. `note`: its cell holds neither code ('other', 'blank') or the content is
 * no longer in the sheet ('gone'). `row` is the sheet row, 0 when gone; `now` the code in the cell.
 */
export interface ItemState {
  readonly state: 'done' | 'open' | 'note';
  readonly note: 'other' | 'blank' | 'gone' | null;
  readonly row: number;
  readonly now: string;
}

/** Ticks itself: an item is done when its content carries the new code, and open again when it carries the old one. */
export function checklistState(workbook: Workbook, items: readonly ChecklistKey[]): ItemState[] {
  const rowsOf = contentFinder(workbook);
  return items.map((item) => stateOf(workbook, item, rowsOf(item)));
}

/**
 * Ticking an item sets the new code on its content, unticking puts the old writing back. A cell that holds neither code is
 * somebody's own work: it stays, and `state` says so. A plan without edits has nothing to do.
 */
export function planTick(
  workbook: Workbook,
  item: ChecklistKey,
  done: boolean,
): Planned<{ state: ItemState }> {
  const unreadable = refuseUnreadable(workbook, ['content']);
  if (unreadable) return unreadable;
  const rows = contentFinder(workbook)(item);
  const state = stateOf(workbook, item, rows);
  if (state.note === 'gone') return noSuchItem(item);
  const holding = rows.filter(
    (i) => verdict(textAt(workbook.content, 'code', i), item) === (done ? 'open' : 'done'),
  );
  // Content that stands twice is ticked whole; unticking takes one row, as the other may have had the new code before.
  const edits = (done ? holding : holding.slice(0, 1)).map((i) =>
    cellEdit(workbook.content, i, 'code', done ? item.to : item.from),
  );
  const summary = { from: item.from, to: item.to, title: item.title, done: done ? 1 : 0 };
  const plan = { kind: 'tick', edits, appends: [], removals: [], summary } as const;
  return refuseFormulas(workbook, edits) ?? { ok: true, plan, state };
}

function noSuchItem({ type, objectId, title }: ChecklistKey): Refused {
  return refuse('no-such-item', { item: `${type} ${objectId} ${title}`.trim() });
}

/** What a content's code means for an item. Between two writings of one code only the exact new one is done. */
export function verdict(written: string, { from, to }: ChecklistKey): 'done' | 'open' | 'other' | 'blank' {
  const key = codeKey(written);
  if (key === '') return 'blank';
  if (key === codeKey(to) && (key !== codeKey(from) || written === to)) return 'done';
  return key === codeKey(from) ? 'open' : 'other';
}

/** A content that stands twice is done when no row of it is left open. */
const ORDER = ['open', 'done', 'other', 'blank'] as const;

function stateOf({ content }: Workbook, item: ChecklistKey, rows: readonly number[]): ItemState {
  const verdicts = rows.map((i) => verdict(textAt(content, 'code', i), item));
  const found = ORDER.find((each) => verdicts.includes(each));
  if (!found) return { state: 'note', note: 'gone', row: 0, now: '' };
  const first = rows[verdicts.indexOf(found)] as number;
  const [row, now] = [sheetRow(first), textAt(content, 'code', first)];
  return found === 'open' || found === 'done'
    ? { state: found, note: null, row, now }
    : { state: 'note', note: found, row, now };
}

/** Finds content again by type and object id, and by type and title where the item has no object id. */
export function contentFinder({
  content,
}: Workbook): (item: Pick<ChecklistKey, 'type' | 'objectId' | 'title'>) => readonly number[] {
  const byId = new Map<string, number[]>();
  const byTitle = new Map<string, number[]>();
  for (let i = 0; i < content.length; i++) {
    const type = textAt(content, 'type', i);
    addTo(byId, keyOf(type, textAt(content, 'objectId', i)), i);
    addTo(byTitle, keyOf(type, textAt(content, 'title', i)), i);
  }
  return ({ type, objectId, title }) =>
    (objectId.trim() !== '' ? byId.get(keyOf(type, objectId)) : byTitle.get(keyOf(type, title))) ?? [];
}

function keyOf(type: string, rest: string): string {
  return `${contentType(type) ?? type.trim().toLowerCase()}\u001f${rest.trim()}`;
}

export interface OwnerMessage {
  readonly owner: string;
  readonly open: number;
  readonly message: string;
}

/** Per owner of open items, in order of appearance: a plain-text message ready to send. '' is "no owner". */
export function ownerMessages(
  items: readonly (ChecklistKey & { readonly owner: string; readonly done: boolean })[],
): OwnerMessage[] {
  const owners = new Map<string, { owner: string; lines: string[] }>();
  for (const { owner, done, type, objectId, title, from, to } of items) {
    if (done) continue;
    const name = owner.trim();
    const group = owners.get(name.toLowerCase()) ?? { owner: name, lines: [] };
    const what = [type.trim() || 'Content', objectId.trim()].filter(Boolean).join(' ');
    const content = title.trim() === '' ? what : `${what}, ${title.trim()}`;
    group.lines.push(`- ${content}: ${from.trim()} \u2192 ${to}`);
    owners.set(name.toLowerCase(), group);
  }
  return [...owners.values()].map(({ owner, lines }) => ({
    owner,
    open: lines.length,
    message: message(owner, lines),
  }));
}

function message(owner: string, lines: readonly string[]): string {
  const what = lines.length === 1 ? 'this item' : `these ${lines.length} items`;
  return [
    `Hello${owner === '' ? '' : ` ${owner}`},`,
    '',
    `please change the qualification code of ${what} in the LMS:`,
    '',
    ...lines,
    '',
    'Thank you.',
  ].join('\n');
}
