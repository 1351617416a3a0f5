// SQLite itself reads no CSV files: rows come in through Papa Parse and go out through it, as people do in Node.
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import Papa from 'papaparse';
import { type JobRun, Phases } from './answer.ts';
import {
  COLUMNS,
  COUNTS,
  DELETE,
  type Dialect,
  exported,
  findings,
  INSERT,
  PLAN_NEW,
  PLAN_UPDATE,
  PREPARE,
  rejections,
  STAGE,
  UPDATE,
  USES,
} from './sql.ts';

const FOUR = '[0-9][0-9][0-9][0-9]';
const TWO = '[0-9][0-9]';
const DIALECT: Dialect = {
  // date() carries 30 February over to March: a day that exists comes back as it went in.
  isDay: (text) => `(${text} GLOB '${FOUR}-${TWO}-${TWO}' AND date(${text}, '+0 days') = ${text})`,
  isFormula: (text) => `(${text} < 'A' AND (${text} GLOB '[=@\t\r\n]*' OR ${text} GLOB '[+-][^0-9.]*'))`,
  isUnsafe: (text) =>
    `(${text} GLOB '[=+@''-]*' OR ${text} GLOB '0[0-9]*' OR ${text} GLOB '[0-9]*[eE][0-9]*' OR ${text} GLOB '[0-9]*[-/.][0-9]*' OR lower(${text}) IN ('true', 'false') OR lower(substr(${text}, 1, 3)) IN ('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec') AND ${text} GLOB '*[0-9]')`,
  hasControls: (text) => `(${text} GLOB '*[' || char(1) || '-' || char(31) || char(127) || ']*')`,
};

export function run({ folder }: { folder: string }): JobRun {
  const phases = new Phases();
  const db = new DatabaseSync(':memory:');
  const all = (sql: string) => db.prepare(sql).all() as Record<string, unknown>[];
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; BEGIN');
  for (const [table, columns] of [
    ['codes', COLUMNS.codes],
    ['content', COLUMNS.content],
    ['paths', COLUMNS.paths],
    ['records', COLUMNS.records],
    ['import', COLUMNS.records],
  ] as const) {
    const keyed = columns === COLUMNS.records;
    const names = [...columns, 'row', ...(keyed ? ['id', 'key'] : [])];
    db.exec(`CREATE TABLE ${table} (${names.join(', ')})`);
    const insert = db.prepare(`INSERT INTO ${table} VALUES (${names.map(() => '?').join(', ')})`);
    const text = readFileSync(`${folder}/${table}.csv`, 'utf8');
    const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ',', skipEmptyLines: true });
    for (let i = 1; i < data.length; i++) {
      const row = (data[i] as string[]).map(plain);
      const id = row[0]?.trim() ?? '';
      if (keyed) insert.run(...row, i + 1, id === '0' ? '' : id, (row[8] ?? '').trim().toLowerCase());
      else insert.run(...row, i + 1);
    }
  }
  db.exec('CREATE INDEX by_id ON records (id)');
  phases.mark('read');

  db.exec(PREPARE);
  const found = all(findings(DIALECT));
  phases.mark('validate');
  const uses = all(USES);
  phases.mark('where used');

  db.exec(STAGE);
  db.exec(rejections(DIALECT));
  db.exec(PLAN_UPDATE);
  db.exec('CREATE INDEX of_updates ON updates (id)');
  db.exec(UPDATE);
  db.exec('CREATE INDEX by_texts ON records (title, name)');
  db.exec(PLAN_NEW);
  const rejected = all('SELECT * FROM rejections');
  const [planned] = all(COUNTS);
  db.exec('DROP INDEX by_texts');
  db.exec(INSERT);
  phases.mark('upsert');
  const [gone] = all(COUNTS);
  db.exec(DELETE);
  phases.mark('delete');
  const rows = all(exported(DIALECT)).map((row) => Object.values(row));
  writeFileSync(`${folder}/sqlite.csv`, Papa.unparse({ fields: [...COLUMNS.records], data: rows }));
  phases.mark('write');
  return {
    phases: phases.ms,
    answer: {
      findings: [...new Set(found.map(({ what, row }) => `${what} ${row}`))].sort(),
      uses: uses
        .map((use) => [use.code, use.content, use.paths, use.steps, use.records, use.people].join(' '))
        .sort(),
      rejections: rejected.map(({ row, why }) => `${row} ${why}`).sort(),
      counts: `${planned?.fresh} ${planned?.updated} ${planned?.same} ${planned?.errors}`,
      deleted: Number(gone?.deleted),
    },
  };
}

function plain(text: string): string {
  return text.startsWith("'") && /^'+[=@+\t\r\n-]/.test(text) ? text.slice(1) : text;
}
