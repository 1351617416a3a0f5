// The figures of progress, reports and expiry once more, by other means: SQL over the CSV files that the sheets export.
import fc from 'fast-check';
import Papa from 'papaparse';
import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js';
import { sampleBook } from '../../playground/sample/make-sample.ts';
import type { SampleCell, SampleRow } from '../../playground/sample/rows.ts';
import { toBook } from '../../playground/sample/to-book.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';

let sql: SqlJsStatic;
beforeAll(async () => {
  sql = await initSqlJs();
});

/** A day that has been, so that no test depends on the clock. */
const DAY = '2024-06-30';

type Row = Record<string, string>;
const parsed = (csv: string): Row[] =>
  Papa.parse<Row>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;
const sheetRows = (book: BookModel, name: string): Row[] =>
  parsed(Papa.unparse(cellsOf(book, name).map((row) => row.map(String))));

/** The exported sheets as SQL tables, and what the rules say of them. */
function database(book: BookModel, recordsCsv: string): Database {
  const db = new sql.Database();
  db.create_function('norm', (text: string) =>
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim()
      .replace(/\s+/g, ' ')
      .toLowerCase(),
  );
  db.create_function('person', (text: string) => text.trim().toLowerCase());
  const table = (name: string, columns: Record<string, string>, rows: readonly Row[]) => {
    db.run(`CREATE TABLE ${name} (${Object.keys(columns)})`);
    const insert = db.prepare(`INSERT INTO ${name} VALUES (${Object.keys(columns).map(() => '?')})`);
    for (const row of rows) insert.run(Object.values(columns).map((heading) => row[heading] ?? ''));
    insert.free();
  };
  table(
    'r',
    {
      name: 'Name',
      oid: 'Object Id',
      title: 'Title',
      day: 'Completion Date',
      code: 'Qualification Code',
      del: 'Delete?',
    },
    parsed(recordsCsv),
  );
  table('c', { code: 'Code', months: 'Valid For (Months)' }, sheetRows(book, 'Codes'));
  table(
    'p',
    { pid: 'Path Id', step: 'Step', title: 'Title', code: 'Qualification Code' },
    sheetRows(book, 'Paths'),
  );
  table(
    'k',
    { oid: 'Object Id', type: 'Type', title: 'Title', code: 'Qualification Code' },
    sheetRows(book, 'Content'),
  );
  db.run(`
    CREATE TABLE people AS SELECT DISTINCT person(name) who FROM r WHERE trim(name) <> '';
    CREATE TABLE dated AS SELECT rowid id, person(name) who, norm(code) code, trim(day) day, del FROM r
      WHERE trim(day) = date(trim(day));
    CREATE TABLE held AS SELECT who, code, max(day) day FROM dated
      WHERE del <> '1' AND day <= '${DAY}' AND who <> '' AND code <> '' GROUP BY who, code;
    CREATE TABLE valid AS SELECT norm(code) code, CAST(months AS INTEGER) months FROM c WHERE CAST(months AS INTEGER) > 0;
    CREATE TABLE expiry AS SELECT who, code, day, min(date(day, '+' || months || ' months'),
      date(day, 'start of month', '+' || (months + 1) || ' months', '-1 day')) until FROM held JOIN valid USING (code);
    CREATE TABLE steps AS SELECT rowid id, trim(pid) pid, norm(code) code FROM p WHERE trim(pid) <> '' AND trim(step) <> '';
    CREATE TABLE done AS SELECT steps.id, pid, who, expiry.until < '${DAY}' expired
      FROM steps JOIN held USING (code) LEFT JOIN expiry USING (who, code);
    CREATE INDEX of_person ON done (pid, who);
    CREATE TABLE path_person AS SELECT pid, who,
        (SELECT count(*) FROM steps WHERE steps.pid = paths.pid) steps,
        (SELECT count(*) FROM done WHERE done.pid = paths.pid AND done.who = people.who) done,
        (SELECT coalesce(sum(expired), 0) FROM done WHERE done.pid = paths.pid AND done.who = people.who) expired
      FROM (SELECT DISTINCT trim(pid) pid FROM p WHERE trim(pid) <> '') paths, people;
    CREATE TABLE content AS SELECT rowid id, trim(oid) oid, norm(code) code FROM k;
    CREATE TABLE activity AS SELECT title, nullif(oid, '0') oid,
        (SELECT id FROM content WHERE content.oid = live.oid ORDER BY content.code <> live.code, id LIMIT 1) content
      FROM (SELECT trim(title) title, trim(oid) oid, norm(code) code FROM r WHERE trim(name) <> '') live;
    UPDATE activity SET oid = '' WHERE oid IS NULL;
  `);
  return db;
}

function all(db: Database, query: string): unknown[][] {
  return db.exec(query)[0]?.values ?? [];
}

/** A report's table by its first heading, as far as its rows reach. */
function reportTable(book: BookModel, sheet: string, heading: string, width: number): unknown[][] {
  const rows = cellsOf(book, sheet);
  const at = rows[2]?.indexOf(heading) ?? -1;
  const cells = rows.slice(3).map((row) => Array.from({ length: width }, (_, i) => row[at + i] ?? ''));
  return cells.filter((row) => row.some((cell) => cell !== ''));
}

const sorted = (rows: unknown[][]): string[] => rows.map((row) => JSON.stringify(row)).sort();
const who = (name: unknown): string => String(name).trim().toLowerCase();

function expectProgress(person: Person, db: Database): void {
  const { paths } = person.get('progress');
  expect(paths.map(({ pathId }) => pathId).sort()).toEqual(
    all(db, "SELECT DISTINCT trim(pid) FROM p WHERE trim(pid) <> ''").flat().sort(),
  );
  for (const { pathId } of paths) {
    const { counts, people } = person.get('progress', { path: pathId, asOf: DAY });
    const found = people.map((each) => [
      who(each.name),
      each.done,
      each.steps.filter((step) => step === 'expired').length,
      each.state,
    ]);
    const states = `CASE WHEN steps > 0 AND done = steps THEN 'finished' WHEN done > 0 THEN 'inProgress' ELSE 'notStarted' END`;
    const rows = all(db, `SELECT who, done, expired, ${states} FROM path_person WHERE pid = '${pathId}'`);
    expect(sorted(found)).toEqual(sorted(rows));
    const [[finished, inProgress, notStarted, percent] = []] = all(
      db,
      `SELECT count(CASE WHEN steps > 0 AND done = steps THEN 1 END), count(CASE WHEN done BETWEEN 1 AND steps - 1 THEN 1 END),
        count(CASE WHEN done = 0 THEN 1 END), coalesce(round(100.0 * sum(done) / nullif(sum(steps), 0)), 0)
        FROM path_person WHERE pid = '${pathId}'`,
    );
    expect(counts).toEqual({ people: people.length, finished, inProgress, notStarted, percent });
  }
}

function expectReports(book: BookModel, db: Database): void {
  expect(
    sorted(
      reportTable(book, 'Training Record Report', 'Person', 4).map(([name, ...rest]) => [who(name), ...rest]),
    ),
  ).toEqual(
    sorted(
      all(
        db,
        `SELECT person(name), count(*), count(DISTINCT nullif(norm(code), '')),
          coalesce((SELECT max(day) FROM dated WHERE dated.who = person(name)), '')
          FROM r WHERE trim(name) <> '' GROUP BY person(name)`,
      ),
    ),
  );
  const norm = (text: unknown) => String(db.exec('SELECT norm(?)', [String(text)])[0]?.values[0]?.[0]);
  expect(
    sorted(
      reportTable(book, 'Training Record Report', 'Code', 4).map(([code, ...rest]) => [norm(code), ...rest]),
    ),
  ).toEqual(
    sorted(
      all(
        db,
        `SELECT norm(code), count(*), count(DISTINCT nullif(person(name), '')),
          coalesce((SELECT max(day) FROM dated WHERE dated.code = norm(r.code)), '')
          FROM r WHERE norm(code) <> '' GROUP BY norm(code)`,
      ),
    ),
  );
  const [[expired, in30, in60, in90] = []] = all(
    db,
    `SELECT count(CASE WHEN until < '${DAY}' THEN 1 END), ${[30, 60, 90]
      .map((days) => `count(CASE WHEN until BETWEEN '${DAY}' AND date('${DAY}', '+${days} days') THEN 1 END)`)
      .join()} FROM expiry`,
  );
  expect(reportTable(book, 'Expiry Report', 'State', 2)).toEqual([
    ['Expired', expired],
    ['Within 30 days', in30],
    ['Within 60 days', in60],
    ['Within 90 days', in90],
  ]);
  expect(
    sorted(
      reportTable(book, 'Expiry Report', 'Person', 4).map(([name, code, ...days]) => [
        who(name),
        norm(code),
        ...days,
      ]),
    ),
  ).toEqual(
    sorted(all(db, `SELECT who, code, day, until FROM expiry WHERE until <= date('${DAY}', '+90 days')`)),
  );
}

function expectAudit(book: BookModel, db: Database): void {
  const norm = (text: unknown) => String(db.exec('SELECT norm(?)', [String(text)])[0]?.values[0]?.[0]);
  const held = reportTable(book, `Held on ${DAY}`, 'Person', 3).map(([name, code, day]) => [
    who(name),
    norm(code),
    day,
  ]);
  expect(sorted(held)).toEqual(
    sorted(all(db, 'SELECT who, code, day FROM held WHERE code IN (SELECT norm(code) FROM c)')),
  );
}

function expectActivity(book: BookModel, db: Database): void {
  const rows = all(
    db,
    `SELECT coalesce(nullif((SELECT trim(title) FROM k same
          WHERE trim(same.oid) = activity.oid AND same.type = k.type ORDER BY same.rowid LIMIT 1), ''),
        min(activity.title)), count(*), activity.oid
      FROM activity LEFT JOIN k ON k.rowid = content
      GROUP BY activity.oid, CASE activity.oid WHEN '' THEN activity.title ELSE k.type END`,
  );
  const found = reportTable(book, 'Course Activity Report', 'Title', 4).map(([title, total, , id]) => [
    title,
    total,
    id,
  ]);
  expect(sorted(found)).toEqual(sorted(rows));
}

/** Everything the product says of the book, against SQL; then the flagged records are deleted, and once more. */
async function expectFigures(book: BookModel): Promise<void> {
  const person = await openAs(book);
  const csv = person.call('exportRecords', { which: 'all' });
  const before = database(book, csv.ok ? csv.value.text : 'Name');
  person.get('makeReports', { asOf: DAY });
  expectProgress(person, before);
  expectReports(book, before);
  expectActivity(book, before);
  expectAudit(book, before);
  before.close();

  const preview = person.call('previewDeleteFlagged', {});
  if (!preview.ok) return;
  const activity = cellsOf(book, 'Course Activity Report').slice(2);
  person.get('deleteFlagged', { basedOn: preview.value.basedOn, confirm: String(preview.value.count) });
  person.get('makeReports', { asOf: DAY });
  expect(cellsOf(book, 'Course Activity Report').slice(2)).toEqual(activity);
  const left = person.call('exportRecords', { which: 'all' });
  const after = database(book, left.ok ? left.value.text : 'Name');
  expectProgress(person, after);
  expectReports(book, after);
  after.close();
}

test('the sample: progress, reports and expiry are what SQL makes of the exported files', async () => {
  await expectFigures(sampleBook().book);
}, 60_000);

const CODES = ['A-1', 'B 2', 'C', 'PATH'];
const writings = fc.constantFrom<string>(...CODES, 'a-1', ' b  2', 'c\u200b', 'NOPE', '');
const rowOf = (cells: Record<string, SampleCell>): SampleRow => ({ cells, problems: [] });
const days = fc.constantFrom<SampleCell>(
  '2020-02-29',
  '2023-01-31',
  '2023-12-31',
  '2024-03-31',
  DAY,
  '2024-07-01',
  '2023-02-30',
  'soon',
  '',
  { date: '2023-06-30' },
  { date: '2023-08-31' },
);
const books = fc.record({
  months: fc.tuple(...CODES.map(() => fc.constantFrom<SampleCell>('', 1, '6', 12, 13, 25, 0, -3))),
  content: fc.array(
    fc.record({
      'Object Id': fc.constantFrom<SampleCell>('1', '2', 3),
      Type: fc.constantFrom('Course', 'Quiz', 'Event'),
      Title: fc.constantFrom('One', 'Two', ''),
      'Qualification Code': writings,
    }),
    { maxLength: 4 },
  ),
  paths: fc.array(
    fc.record({
      'Path Id': fc.constantFrom<SampleCell>('P', 'Q', 7, ''),
      Step: fc.constantFrom<SampleCell>('', 1, '2', '3', 'x'),
      Title: fc.constantFrom('Path', ''),
      'Qualification Code': writings,
    }),
    { maxLength: 9 },
  ),
  records: fc.array(
    fc.record({
      'Record Id': fc.constantFrom<SampleCell>('0', ''),
      Name: fc.constantFrom<SampleCell>('ann', 'Ann ', 'bob', 'cem', 42, ''),
      'Record Type': fc.constant('Training Record'),
      'Object Id': fc.constantFrom<SampleCell>('1', '2', 3, '9', '0', 0, ''),
      Title: fc.constantFrom('One', 'Uno', 'Other'),
      'Completion Date': days,
      'Qualification Code': writings,
      'Delete?': fc.constantFrom<SampleCell>('', '', '', 1, '1', 'TRUE', 'no', '0'),
    }),
    { maxLength: 25 },
  ),
});

type Rows = typeof books extends fc.Arbitrary<infer T> ? T : never;

function bookOf({ months, content, paths, records }: Rows): BookModel {
  const codes = CODES.map((code, i) =>
    rowOf({ Code: code, Description: code, 'Valid For (Months)': months[i] ?? '' }),
  );
  const sheets = { codes, content: content.map(rowOf), paths: paths.map(rowOf), records: records.map(rowOf) };
  return toBook(sheets, 'Random');
}

test('random workbooks: the same, and a deletion changes no course activity', async () => {
  await fc.assert(
    fc.asyncProperty(books, (rows) => expectFigures(bookOf(rows))),
    { numRuns: 25 },
  );
}, 120_000);
