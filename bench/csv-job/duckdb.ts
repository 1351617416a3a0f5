import { DuckDBInstance } from '@duckdb/node-api';
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

const DIALECT: Dialect = {
  isDay: (text) =>
    `(regexp_full_match(${text}, '\\d{4}-\\d{2}-\\d{2}') AND try_cast(${text} AS DATE) IS NOT NULL)`,
  isFormula: (text) => `regexp_matches(${text}, '^[=@\\t\\r\\n]|^[+-][^0-9.]')`,
  isUnsafe: (text) =>
    `regexp_matches(${text}, '^[=+@''-]|^0\\d+$|^\\d+\\.?\\d*[eE][+-]?\\d+$|^\\d{16,}$|^\\d{1,4}[-/.]\\d{1,2}([-/.]\\d{1,4})?$|^(?i:true|false)$|^(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/ ]?\\d{1,4}$')`,
  hasControls: (text) => `regexp_matches(${text}, '[\\x00-\\x1f\\x7f]')`,
};

/** DuckDB with its defaults: all cores, its own CSV reader and writer, everything in SQL. */
export async function run({ folder }: { folder: string }): Promise<JobRun> {
  const phases = new Phases();
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const all = async (sql: string) => (await db.runAndReadAll(sql)).getRowObjects();
  await db.run(`CREATE MACRO plain(t) AS
    CASE WHEN starts_with(t, '''') AND regexp_matches(t, '^''+[=@+\\t\\r\\n-]') THEN substr(t, 2) ELSE t END`);
  for (const [table, file, columns] of [
    ['codes', 'codes', COLUMNS.codes],
    ['content', 'content', COLUMNS.content],
    ['paths', 'paths', COLUMNS.paths],
    ['records', 'records', COLUMNS.records],
    ['import', 'import', COLUMNS.records],
  ] as const) {
    const list = columns.map((name) => `'${name}'`).join(', ');
    const more =
      columns === COLUMNS.records
        ? ", CASE WHEN trim(record_id) = '0' THEN '' ELSE trim(record_id) END AS id, lower(trim(code)) AS key"
        : '';
    await db.run(`CREATE TABLE ${table} AS SELECT row_number() OVER () + 1 AS row,
      ${columns.map((name) => `plain(${name}) AS ${name}`).join(', ')}${more}
      FROM read_csv('${folder}/${file}.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
        names = [${list}], force_not_null = [${list}])`);
  }
  phases.mark('read');

  await db.run(PREPARE);
  const found = await all(findings(DIALECT));
  phases.mark('validate');
  const uses = await all(USES);
  phases.mark('where used');

  await db.run(STAGE);
  await db.run(rejections(DIALECT));
  await db.run(PLAN_UPDATE);
  await db.run(UPDATE);
  await db.run(PLAN_NEW);
  const rejected = await all('SELECT * FROM rejections');
  const [planned] = await all(COUNTS);
  await db.run(INSERT);
  phases.mark('upsert');
  const [gone] = await all(COUNTS);
  await db.run(DELETE);
  phases.mark('delete');
  await db.run(`COPY (${exported(DIALECT)}) TO '${folder}/duckdb.csv' (HEADER, DELIMITER ',')`);
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
