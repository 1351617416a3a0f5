import { type Cell, cellText, dayText, isBlank, textOf } from '../cell.ts';
import { codeKey } from '../code.ts';
import { fingerprint32 } from '../fingerprint.ts';
import { looksLikeFormula } from '../formula-guard.ts';
import { addTo } from '../groups.ts';
import type { FixId } from '../issue.ts';
import { dateOf, readableDate } from '../plain-date.ts';
import { flagProblem } from '../usage.ts';
import { isEmptyRow } from '../workbook.ts';
import { type Check, place, places } from './context.ts';
import { meanings, verdicts } from './distinct.ts';
import { repeatGroups, tripleHash } from './repeats.ts';

export const RECORD_TYPES = ['Training Record', 'Learning Path', 'E-learning'] as const;
const KNOWN_TYPES = new Set<string>(RECORD_TYPES.map((type) => type.toLowerCase()));

/** Record by record: who, what kind, when, and the flag. */
export const checkRecordRows: Check = ({ workbook: { records, today }, distinct, report }) => {
  const { name, recordType, completionDate, delete: flag, title, code } = records.cells;
  const columns = Object.values(records.cells);
  const isNameless = verdicts(distinct('records', 'name'), isBlank, false);
  const typeAt = verdicts(distinct('records', 'recordType'), typeVerdict, 'ok');
  const dateAt = verdicts(distinct('records', 'completionDate'), (cell) => dateVerdict(cell, today), 'ok');
  const isFlagWrong = verdicts(distinct('records', 'delete'), flagProblem, false);
  const aboutAt = (i: number) => ({ title: textOf(title, i), code: textOf(code, i) });
  for (let i = 0; i < records.length; i++) {
    const nameless = isNameless(i);
    const type = typeAt(i);
    const date = dateAt(i);
    if ((nameless || type === 'missing') && isEmptyRow(columns, i)) continue;
    if (nameless) report('record-name-missing', 'error', [place('records', i, 'name')], aboutAt(i));
    if (type === 'missing') {
      const at = [place('records', i, 'recordType')];
      report('record-type-missing', 'warning', at, aboutAt(i), ['set-record-type']);
    }
    if (type === 'unknown') {
      const args = { value: textOf(recordType, i) };
      report('record-type-unknown', 'error', [place('records', i, 'recordType')], args);
    }
    if (date !== 'ok') {
      const read = dateOf(completionDate?.[i] ?? '');
      const value = read.ok ? read.iso : read.text;
      report(
        date === 'future' ? 'record-date-future' : 'record-date-invalid',
        'error',
        [place('records', i, 'completionDate')],
        { value, name: textOf(name, i), code: textOf(code, i) },
        date === 'invalid' && readableDate(value) !== null ? ['write-iso-date'] : [],
      );
    }
    if (isFlagWrong(i))
      report('record-delete-value', 'error', [place('records', i, 'delete')], { value: textOf(flag, i) });
  }
};

function typeVerdict(cell: Cell): 'ok' | 'missing' | 'unknown' {
  if (isBlank(cell)) return 'missing';
  return KNOWN_TYPES.has(cellText(cell).trim().toLowerCase()) ? 'ok' : 'unknown';
}

function dateVerdict(cell: Cell, today: string): 'ok' | 'invalid' | 'future' {
  const date = dateOf(cell);
  return !date.ok ? 'invalid' : date.iso > today ? 'future' : 'ok';
}

/** A Record Id twice: often a copied row. Blank and 0 mean new, so they may stand often. */
export const checkRecordIds: Check = ({ workbook: { records }, report }) => {
  const { recordId } = records.cells;
  if (!recordId) return;
  const ids = recordId.map((cell) => {
    if (cell === '' || cell === 0) return '';
    const id = cellText(cell).trim();
    return id === '0' ? '' : id;
  });
  const twice = repeatGroups(
    ids.length,
    (i) => (ids[i] === '' ? -1 : fingerprint32(ids[i] as string) >>> 2),
    (i, j) => ids[i] === ids[j],
  );
  for (const rows of twice) {
    const id = ids[rows[0] ?? 0] ?? '';
    const columns = Object.values(records.cells);
    const same = rows.every((i) =>
      columns.every((cells) => textOf(cells, i) === textOf(cells, rows[0] ?? 0)),
    );
    const fixes: FixId[] = same
      ? ['drop-copied-row', 'make-record-new']
      : ['make-record-new', 'drop-copied-row'];
    report(
      'record-id-duplicate',
      'error',
      places('records', rows, 'recordId'),
      { id, same: same ? 1 : 0 },
      fixes,
    );
  }
};

/** The same person, code and day twice under different ids. Undated records are not known to be the same event. */
export const checkRecordDuplicates: Check = ({ workbook: { records }, distinct, report }) => {
  const { name, code, completionDate, recordId } = records.cells;
  const [who, which, when] = (['name', 'code', 'completionDate'] as const).map((field) =>
    distinct('records', field),
  );
  if (!who || !which || !when) return;
  const people = meanings(who, (cell) => cellText(cell).trim().toLowerCase());
  const codes = meanings(which, (cell) => codeKey(cellText(cell)));
  const days = meanings(when, (cell) => dayText(cell).trim());
  const twice = repeatGroups(
    records.length,
    (i) => {
      const person = people[i] as number;
      const held = codes[i] as number;
      const day = days[i] as number;
      return person === 0 || held === 0 || day === 0 ? -1 : tripleHash(person, held, day);
    },
    (i, j) => people[i] === people[j] && codes[i] === codes[j] && days[i] === days[j],
  );
  for (const rows of twice) {
    const ids = new Set(rows.map((i) => textOf(recordId, i).trim()));
    const [id] = ids;
    // Rows with one id are a copied row, which is its own finding.
    if (ids.size === 1 && id !== '' && id !== '0' && recordId) continue;
    const at = rows[0] ?? 0;
    const args = { name: textOf(name, at), code: textOf(code, at), date: textOf(completionDate, at) };
    report('record-duplicate', 'warning', places('records', rows), args);
  }
};

/** A record's object is a content that carries its code, or, on a Learning Path record, a path. 0 and blank are none. */
export const checkRecordObjects: Check = ({ workbook, distinct, canonical, isKnown, report }) => {
  const { records, content, paths } = workbook;
  const { recordType } = records.cells;
  const ids = distinct('records', 'objectId');
  if (!ids || !content.cells.objectId) return;
  const codes = distinct('records', 'code') ?? { cells: [''], at: new Int32Array(records.length) };
  const carried = new Map<string, Set<string>>();
  for (let i = 0; i < content.length; i++) {
    const id = textOf(content.cells.objectId, i).trim();
    const keys = carried.get(id) ?? new Set<string>();
    keys.add(canonical(codeKey(textOf(content.cells.code, i))));
    carried.set(id, keys);
  }
  const pathIds = new Set((paths.cells.pathId ?? []).map((_, i) => textOf(paths.cells.pathId, i).trim()));
  // Judged once for each pair of object and code, told by its number.
  const judged = new Map<number, 'ok' | 'unknown' | 'other'>();
  const wrong = new Map<string, number[]>();
  for (let i = 0; i < records.length; i++) {
    const n = ids.at[i] as number;
    const m = codes.at[i] as number;
    const pair = n * codes.cells.length + m;
    let verdict = judged.get(pair);
    if (verdict === 'ok') continue;
    const id = cellText(ids.cells[n] ?? '');
    const held = cellText(codes.cells[m] ?? '');
    if (verdict === undefined) {
      verdict = judgeObject(id.trim(), held);
      judged.set(pair, verdict);
      if (verdict === 'ok') continue;
    }
    if (textOf(recordType, i).trim().toLowerCase() === 'learning path' && pathIds.has(id.trim())) continue;
    addTo(wrong, `${verdict}\u001f${id}\u001f${held}`, i);
  }
  for (const [group, rows] of wrong) {
    const [verdict, id = '', held = ''] = group.split('\u001f');
    const rule = verdict === 'unknown' ? 'record-object-unknown' : 'record-object-other-code';
    report(rule, 'warning', places('records', rows, 'objectId'), { objectId: id.trim(), code: held });
  }

  function judgeObject(id: string, held: string): 'ok' | 'unknown' | 'other' {
    if (id === '' || id === '0') return 'ok';
    const keys = carried.get(id);
    if (!keys) return 'unknown';
    const key = codeKey(held);
    return key === '' || !isKnown(key) || keys.has(canonical(key)) ? 'ok' : 'other';
  }
};

const TEXT_FIELDS = [
  'recordId',
  'name',
  'recordType',
  'objectId',
  'title',
  'trainingProvider',
  'otherInformation',
] as const;
/** Of these each different text was looked for already: where none begins a formula, no row does. */
const KNOWN = new Set<string>(['name', 'recordType', 'objectId']);

/** A formula where data belongs, and text that would become one as soon as it is typed again. */
export const checkRecordFormulas: Check = ({ workbook: { records }, distinct, report }) => {
  const formulas = new Set<string>();
  for (const { row, field, formula } of records.formulas) {
    formulas.add(`${field} ${row}`);
    report('record-formula', 'error', [{ sheet: 'records', row, field }], { formula });
  }
  for (const field of TEXT_FIELDS) {
    const cells = records.cells[field];
    if (!cells || (KNOWN.has(field) && !distinct('records', field)?.cells.some(beginsFormula))) continue;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as Cell;
      if (!beginsFormula(cell) || formulas.has(`${field} ${i + 2}`)) continue;
      report('record-formula-text', 'error', [place('records', i, field)], { value: cellText(cell) });
    }
  }
};

function beginsFormula(cell: Cell): boolean {
  return typeof cell === 'string' && looksLikeFormula(cell);
}
