import { type Cell, cellText, dayText, isBlank } from '../cell.ts';
import { codeKey } from '../code.ts';
import { looksLikeFormula } from '../formula-guard.ts';
import type { FixId } from '../issue.ts';
import { dateOf, readableDate } from '../plain-date.ts';
import { fingerprint32 } from '../plan.ts';
import { flagProblem } from '../usage.ts';
import { addTo, type Check, type CheckContext, isEmptyRow, place, places, textOf } from './context.ts';
import { repeatGroups, tripleHash } from './repeats.ts';

export const RECORD_TYPES = ['Training Record', 'Learning Path', 'E-learning'] as const;
const KNOWN_TYPES = new Set<Cell>(RECORD_TYPES.flatMap((type) => [type, type.toLowerCase()]));

/** Record by record: who, what kind, when, and the flag. Few different types and dates stand in many rows. */
export const checkRecordRows: Check = ({ workbook: { records, today }, report }) => {
  const { name, recordType, completionDate, delete: flag, title, code } = records.cells;
  const columns = Object.values(records.cells);
  const dates = new Map<Cell, 'ok' | 'invalid' | 'future'>();
  const aboutAt = (i: number) => ({ title: textOf(title, i), code: textOf(code, i) });
  for (let i = 0; i < records.length; i++) {
    const nameless = name !== undefined && isBlank(name[i] as Cell);
    const typeless = recordType !== undefined && isBlank(recordType[i] as Cell);
    if ((nameless || typeless) && isEmptyRow(columns, i)) continue;
    if (nameless) report('record-name-missing', 'error', [place('records', i, 'name')], aboutAt(i));
    if (typeless) {
      const at = [place('records', i, 'recordType')];
      report('record-type-missing', 'warning', at, aboutAt(i), ['set-record-type']);
    } else if (recordType && !isKnownType(recordType[i] as Cell)) {
      const args = { value: textOf(recordType, i) };
      report('record-type-unknown', 'error', [place('records', i, 'recordType')], args);
    }
    const date = completionDate?.[i];
    if (date !== undefined && date !== '') {
      const verdict = dateVerdict(date, today, dates);
      if (verdict !== 'ok') {
        const read = dateOf(date);
        const value = read.ok ? read.iso : read.text;
        const fixes: FixId[] =
          verdict === 'invalid' && readableDate(value) !== null ? ['write-iso-date'] : [];
        report(
          verdict === 'future' ? 'record-date-future' : 'record-date-invalid',
          'error',
          [place('records', i, 'completionDate')],
          { value, name: textOf(name, i), code: textOf(code, i) },
          fixes,
        );
      }
    }
    const flagged = flag?.[i];
    if (flagged !== undefined && flagged !== '' && flagProblem(flagged)) {
      report('record-delete-value', 'error', [place('records', i, 'delete')], { value: textOf(flag, i) });
    }
  }
};

/** As written first: folding the case of every cell would make a text each. */
function isKnownType(type: Cell): boolean {
  return KNOWN_TYPES.has(type) || KNOWN_TYPES.has(cellText(type).trim().toLowerCase());
}

/** Cells of one day share one object, as they share one text. */
function dateVerdict(cell: Cell, today: string, known: Map<Cell, 'ok' | 'invalid' | 'future'>) {
  let verdict = known.get(cell);
  if (verdict === undefined) {
    const date = dateOf(cell);
    verdict = !date.ok ? 'invalid' : date.iso > today ? 'future' : 'ok';
    known.set(cell, verdict);
  }
  return verdict;
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
export const checkRecordDuplicates: Check = ({ workbook: { records }, report }) => {
  const { name, code, completionDate, recordId } = records.cells;
  if (!name || !code || !completionDate) return;
  const { length } = records;
  const people = numbered(
    length,
    (i) => textOf(name, i),
    (text) => text.trim().toLowerCase(),
  );
  const codes = numbered(length, (i) => textOf(code, i), codeKey);
  const days = numbered(
    length,
    (i) => dayText(completionDate[i] ?? ''),
    (text) => text.trim(),
  );
  const twice = repeatGroups(
    length,
    (i) => {
      const [person = 0, held = 0, day = 0] = [people[i], codes[i], days[i]];
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
export const checkRecordObjects: Check = ({ workbook, canonical, isKnown, report }) => {
  const { records, content, paths } = workbook;
  const { objectId, code, recordType } = records.cells;
  if (!objectId || !content.cells.objectId) return;
  const carried = new Map<string, Set<string>>();
  for (let i = 0; i < content.length; i++) {
    const id = textOf(content.cells.objectId, i).trim();
    const keys = carried.get(id) ?? new Set<string>();
    keys.add(canonical(codeKey(textOf(content.cells.code, i))));
    carried.set(id, keys);
  }
  const pathIds = new Set((paths.cells.pathId ?? []).map((_, i) => textOf(paths.cells.pathId, i).trim()));
  const verdicts = new Map<string, Map<string, 'ok' | 'unknown' | 'other'>>();
  const wrong = new Map<string, number[]>();
  for (let i = 0; i < records.length; i++) {
    const cell = objectId[i] as Cell;
    if (cell === '' || cell === 0) continue;
    const id = typeof cell === 'string' ? cell : textOf(objectId, i);
    const held = textOf(code, i);
    let ofCodes = verdicts.get(id);
    if (!ofCodes) {
      ofCodes = new Map();
      verdicts.set(id, ofCodes);
    }
    let verdict = ofCodes.get(held);
    if (verdict === undefined) {
      verdict = judgeObject(id.trim(), held);
      ofCodes.set(held, verdict);
    }
    if (verdict === 'ok') continue;
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

/** A formula where data belongs, and text that would become one as soon as it is typed again. */
export const checkRecordFormulas: Check = ({ workbook: { records }, report }: CheckContext) => {
  const formulas = new Set<string>();
  for (const { row, field, formula } of records.formulas) {
    formulas.add(`${field} ${row}`);
    report('record-formula', 'error', [{ sheet: 'records', row, field }], { formula });
  }
  for (const field of TEXT_FIELDS) {
    const cells = records.cells[field];
    if (!cells) continue;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (typeof cell !== 'string' || !looksLikeFormula(cell) || formulas.has(`${field} ${i + 2}`)) continue;
      report('record-formula-text', 'error', [place('records', i, field)], { value: cell });
    }
  }
};

/** The cells' texts as numbers, by what they mean; 0 is a blank. Each different text is worked out once. */
function numbered(
  length: number,
  textAt: (row: number) => string,
  meaning: (text: string) => string,
): Int32Array {
  const known = new Map<string, number>();
  const numbers = new Map<string, number>([['', 0]]);
  const all = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const text = textAt(row);
    let n = known.get(text);
    if (n === undefined) {
      const key = meaning(text);
      n = numbers.get(key) ?? numbers.size;
      numbers.set(key, n);
      known.set(text, n);
    }
    all[row] = n;
  }
  return all;
}
