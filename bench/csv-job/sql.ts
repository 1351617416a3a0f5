// The same rules in SQL, for the peers: those of records and of code cells, which are all that stand in the data. The few
// hundred rows of the other sheets are spared them. What differs between the two dialects is asked of `Dialect`.
import { TODAY } from '../data/training.ts';

export const COLUMNS = {
  codes: ['code', 'description', 'used_in', 'valid'],
  content: ['object_id', 'type', 'title', 'used', 'code', 'owner'],
  paths: ['path_id', 'step', 'title', 'code'],
  records: ['record_id', 'name', 'type', 'object_id', 'title', 'provider', 'day', 'other', 'code', 'flag'],
} as const;

export interface Dialect {
  /** True where the text is a date that exists, written YYYY-MM-DD. */
  isDay(text: string): string;
  /** True where the text begins a formula. */
  isFormula(text: string): string;
  /** True where a spreadsheet would show the code differently. */
  isUnsafe(text: string): string;
  /** True where the code holds control characters. */
  hasControls(text: string): string;
}

const FLAGGED = "lower(trim(flag)) IN ('1', 'true')";
const NO_FLAG = "lower(trim(flag)) IN ('', '0', 'false')";
const TYPES = "('training record', 'learning path', 'e-learning')";

/** Tables that the rules ask again and again. `id` and `key` are columns made on loading. */
export const PREPARE = `
CREATE TABLE live AS SELECT lower(trim(code)) AS key, min(code) AS code FROM codes WHERE trim(code) <> '' GROUP BY 1;
CREATE TABLE carried AS SELECT DISTINCT trim(object_id) AS id, lower(trim(code)) AS key FROM content;
CREATE TABLE held AS SELECT code, key, count(*) AS n FROM records WHERE key <> '' GROUP BY 1, 2;
`;

/** One row for each message: rule, sheet, row. */
export function findings(dialect: Dialect): string {
  const rule = (name: string, where: string): string =>
    `SELECT '${name} records' AS what, row FROM records WHERE ${where}`;
  const code = (name: string, sheet: string, where: string): string =>
    `SELECT '${name} ${sheet}' AS what, row FROM ${sheet} WHERE trim(code) <> '' AND code IN (
       SELECT c.code FROM (SELECT DISTINCT code FROM ${sheet}) c
       LEFT JOIN live ON live.key = lower(trim(c.code)) WHERE trim(c.code) <> '' AND (${where}))`;
  const texts = ['record_id', 'name', 'type', 'object_id', 'title', 'provider', 'other'];
  const unknown = {
    content: 'content-unknown-code',
    paths: 'path-unknown-code',
    records: 'record-unknown-code',
  };
  const content = 'SELECT id FROM carried';
  const isPath =
    "lower(trim(type)) = 'learning path' AND trim(object_id) IN (SELECT trim(path_id) FROM paths)";
  return [
    rule('record-name-missing', "trim(name) = ''"),
    rule('record-type-missing', "trim(type) = ''"),
    rule('record-type-unknown', `trim(type) <> '' AND lower(trim(type)) NOT IN ${TYPES}`),
    rule('record-date-invalid', `trim(day) <> '' AND NOT ${dialect.isDay('trim(day)')}`),
    rule('record-date-future', `${dialect.isDay('trim(day)')} AND trim(day) > '${TODAY}'`),
    rule('record-delete-value', `NOT ${FLAGGED} AND NOT ${NO_FLAG}`),
    rule(
      'record-id-duplicate',
      "id IN (SELECT id FROM records WHERE id <> '' GROUP BY id HAVING count(*) > 1)",
    ),
    `SELECT 'record-duplicate records' AS what, r.row FROM records r JOIN (
       SELECT lower(trim(name)) AS who, key, trim(day) AS day FROM records
       WHERE trim(name) <> '' AND key <> '' AND trim(day) <> '' GROUP BY 1, 2, 3
       HAVING count(*) > 1 AND NOT (count(DISTINCT id) = 1 AND min(id) <> '')
     ) d ON d.who = lower(trim(r.name)) AND d.key = r.key AND d.day = trim(r.day)`,
    rule(
      'record-object-unknown',
      `trim(object_id) NOT IN ('', '0') AND trim(object_id) NOT IN (${content}) AND NOT (${isPath})`,
    ),
    `SELECT 'record-object-other-code records' AS what, r.row FROM records r
     JOIN live l ON l.key = r.key
     LEFT JOIN carried c ON c.id = trim(r.object_id) AND c.key = r.key
     WHERE trim(object_id) IN (${content}) AND c.id IS NULL AND NOT (${isPath})`,
    rule('record-formula-text', texts.map((text) => dialect.isFormula(text)).join(' OR ')),
    ...(['content', 'paths', 'records'] as const).flatMap((sheet) => [
      code('code-spelling', sheet, 'live.code <> c.code'),
      code(unknown[sheet], sheet, 'live.key IS NULL'),
    ]),
    ...Object.keys(COLUMNS).flatMap((sheet) => [
      code('code-unsafe', sheet, dialect.isUnsafe('trim(c.code)')),
      code('code-control-characters', sheet, dialect.hasControls('c.code')),
      code('code-too-long', sheet, 'length(c.code) > 50000'),
    ]),
  ].join('\nUNION ALL\n');
}

export const USES = `
SELECT l.code AS code,
  (SELECT count(*) FROM content c WHERE lower(trim(c.code)) = l.key) AS content,
  (SELECT count(*) FROM paths p WHERE lower(trim(p.code)) = l.key AND trim(p.step) = '') AS paths,
  (SELECT count(*) FROM paths p WHERE lower(trim(p.code)) = l.key AND trim(p.step) <> '') AS steps,
  coalesce(r.n, 0) AS records, coalesce(r.people, 0) AS people
FROM live l LEFT JOIN (
  SELECT key, count(*) AS n, count(DISTINCT nullif(lower(trim(name)), '')) AS people FROM records GROUP BY key
) r ON r.key = l.key`;

/** A record's columns as they are compared with a file's, in the order of FIELDS. */
const COMPARED = {
  name: 'trim(r.name)',
  type: 'trim(r.type)',
  object_id: "CASE trim(r.object_id) WHEN '0' THEN '' ELSE trim(r.object_id) END",
  title: 'r.title',
  provider: 'r.provider',
  day: 'trim(r.day)',
  other: 'r.other',
  code: 'trim(r.code)',
  flag: "CASE WHEN lower(trim(r.flag)) IN ('1', 'true') THEN '1' WHEN lower(trim(r.flag)) IN ('0', 'false') THEN '' ELSE r.flag END",
} as const;
const FIELDS = Object.entries(COMPARED);

/** The file in the form in which it is compared and written, and beside it what the sheet has: `was_` and the field. */
export const STAGE = `
CREATE TABLE incoming AS SELECT i.row, i.id, trim(i.name) AS name,
  CASE lower(trim(i.type)) WHEN 'training record' THEN 'Training Record' WHEN 'learning path' THEN 'Learning Path'
    WHEN 'e-learning' THEN 'E-learning' ELSE trim(i.type) END AS type,
  CASE trim(i.object_id) WHEN '0' THEN '' ELSE trim(i.object_id) END AS object_id, i.title,
  i.provider, trim(i.day) AS day, i.other, trim(i.code) AS code, i.key,
  CASE WHEN lower(trim(i.flag)) IN ('1', 'true') THEN '1' WHEN lower(trim(i.flag)) IN ('0', 'false') THEN ''
    ELSE trim(i.flag) END AS flag,
  lower(trim(i.flag)) IN ('1', 'true', '', '0', 'false') AS flag_ok, coalesce(s.n, 0) AS standing,
  ${FIELDS.map(([field, own]) => `${own} AS was_${field}`).join(', ')}
FROM import i
LEFT JOIN (SELECT id, count(*) AS n, min(row) AS first FROM records WHERE id <> '' GROUP BY id) s ON s.id = i.id
LEFT JOIN records r ON r.row = s.first;
`;

/** Only what would be written is judged: a cell that the file leaves as it is may be as wrong as it was. */
export function rejections(dialect: Dialect): string {
  const reject = (field: string, reason: string, where: string, unless = 'false'): string =>
    `SELECT row, '${field} ${reason}' AS why FROM incoming WHERE (${where}) AND NOT (standing > 0 AND ${unless})`;
  return `CREATE TABLE rejections AS ${[
    reject(
      'recordId',
      'id-twice-in-file',
      "id IN (SELECT id FROM incoming WHERE id <> '' GROUP BY id HAVING count(*) > 1)",
    ),
    reject('recordId', 'id-twice-in-sheet', 'standing > 1'),
    reject('name', 'name-missing', "name = ''", "was_name = ''"),
    reject('recordType', 'type-missing', "type = '' AND standing > 0", "was_type = ''"),
    reject('recordType', 'type-unknown', `type <> '' AND lower(type) NOT IN ${TYPES}`, 'was_type = type'),
    reject('completionDate', 'date-impossible', `day <> '' AND NOT ${dialect.isDay('day')}`, 'was_day = day'),
    reject('completionDate', 'date-future', `${dialect.isDay('day')} AND day > '${TODAY}'`, 'was_day = day'),
    reject('code', 'code-unknown', "key <> '' AND key NOT IN (SELECT key FROM live)", 'was_code = code'),
    reject('delete', 'delete-value', 'NOT flag_ok', 'was_flag = flag'),
  ].join('\nUNION ALL\n')};`;
}

export const PLAN_UPDATE = `
CREATE TABLE good AS SELECT * FROM incoming WHERE row NOT IN (SELECT row FROM rejections);
CREATE TABLE updates AS SELECT g.* FROM good g JOIN records r ON r.id = g.id
  WHERE g.standing > 0 AND (${FIELDS.map(([field, own]) => `${own} <> g.${field}`).join(' OR ')});
`;

export const COUNTS = `
SELECT (SELECT count(*) FROM fresh) AS fresh, (SELECT count(*) FROM updates) AS updated,
  (SELECT count(*) FROM good) - (SELECT count(*) FROM fresh) - (SELECT count(*) FROM updates) AS same,
  (SELECT count(DISTINCT row) FROM rejections) AS errors,
  (SELECT count(*) FROM records WHERE ${FLAGGED}) AS deleted`;

export const UPDATE = `
UPDATE records AS r SET ${FIELDS.map(([field, own]) => `${field} = CASE WHEN ${own} = u.${field} THEN r.${field} ELSE u.${field} END`).join(', ')}
  FROM updates u WHERE u.id = r.id;
`;

/** What stands already, once the updates are made, is the same and not new. */
export const PLAN_NEW = `
CREATE TABLE fresh AS SELECT min(row) AS row, min(id) AS id, ${FIELDS.map(([field]) => field).join(', ')}
  FROM good g WHERE g.standing = 0 AND NOT EXISTS (
    SELECT 1 FROM records r WHERE ${FIELDS.map(([field, own]) => `${own} = g.${field}`).join(' AND ')})
  GROUP BY ${FIELDS.map(([field]) => field).join(', ')};
`;

export const INSERT = `
INSERT INTO records (record_id, id, key, ${FIELDS.map(([field]) => field).join(', ')})
  SELECT id, id, lower(trim(code)), ${FIELDS.map(([field]) => field).join(', ')} FROM fresh ORDER BY row;
`;

export const DELETE = `DELETE FROM records WHERE ${FLAGGED}`;

/** The LMS's file. Formula-like text is guarded by an apostrophe, as ours is. */
export function exported(dialect: Dialect): string {
  const guarded = (text: string) =>
    `CASE WHEN ${dialect.isFormula(text)} THEN '''' || ${text} ELSE ${text} END AS ${text}`;
  return `SELECT CASE WHEN trim(record_id) = '' THEN '0' ELSE trim(record_id) END AS record_id,
  ${['name', 'type', 'object_id', 'title', 'provider'].map(guarded).join(', ')}, day, ${guarded('other')}, code,
  CASE WHEN ${FLAGGED} THEN '1' ELSE '' END AS flag FROM records ORDER BY rowid`;
}
