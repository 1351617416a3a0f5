// What a run costs is calls and cells, and both are exact: measured at two sizes, they tell every other.
import { generateBook } from '../../playground/sample/generate.ts';
import type { MeterReading } from '../../playground/sheets/meter.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import type { ActionName, Input, Value } from '../../src/contract/api.ts';
import { openAs, type Person } from '../support/product.ts';

/** Above 5,000 records formulas are searched for, below they are read. */
const SIZES = [6_000, 8_000] as const;
const LARGE = 100_000;
const CODE = { code: 'QC0002' };

/** The last execution of `work` at both sizes, with one record in twenty flagged. */
async function measured(work: (person: Person) => void): Promise<[MeterReading, MeterReading]> {
  const readings: MeterReading[] = [];
  for (const records of SIZES) {
    const person = await openAs(generateBook({ records, flagged: records / 20, seed: 5 }).book);
    work(person);
    if (person.host.last) readings.push(person.host.last);
  }
  return readings as [MeterReading, MeterReading];
}

const perRecord = (of: (reading: MeterReading) => number, [small, large]: [MeterReading, MeterReading]) =>
  (of(large) - of(small)) / (SIZES[1] - SIZES[0]);

/** Modelled seconds at 100,000 records: everything that grows grows in a straight line. */
function secondsAtLarge(readings: [MeterReading, MeterReading]): number {
  const of = ({ modelled }: MeterReading) => modelled.middle;
  return (of(readings[1]) + perRecord(of, readings) * (LARGE - SIZES[1])) / 1000;
}

function deleteFlagged(person: Person): void {
  const { basedOn, count } = person.get('previewDeleteFlagged');
  person.get('deleteFlagged', { basedOn, confirm: String(count) });
}

/** The first deletion makes the sheets that a later one finds. */
function deleteTwice(person: Person): void {
  deleteFlagged(person);
  flagEvery(person.host.book, 19);
  deleteFlagged(person);
}

function flagEvery(book: BookModel, step: number): void {
  const { rows } = recordsOf(book);
  for (let row = step; row < rows.length; row += step) {
    const values = rows[row]?.values ?? [];
    if (values.length === 0) continue;
    while (values.length < 10) values.push('');
    values[9] = 1;
  }
}

function recordsOf(book: BookModel) {
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  if (!sheet) throw new Error('no Records');
  return sheet;
}

describe('cells', () => {
  const one =
    <A extends ActionName>(name: A, input = {} as Input<A>) =>
    (person: Person): Value<A> =>
      person.get(name, input);

  test.each<[string, number, (person: Person) => unknown]>([
    ['overview', 10, one('overview')],
    ['check', 10, one('check')],
    ['listCodes', 1, one('listCodes')],
    ['whereUsed', 2, one('whereUsed', CODE)],
    ['progress', 4, one('progress')],
    ['showCell', 0, one('showCell', { sheet: 'records', row: 50, field: 'name' })],
    ['activity', 0, one('activity')],
  ])('%s reads %d columns of Records and writes nothing there', async (_, columns, work) => {
    const readings = await measured(work);
    expect(perRecord((reading) => reading.cellsRead, readings)).toBeCloseTo(columns, 1);
    expect(perRecord((reading) => reading.cellsWritten, readings)).toBe(0);
  });
});

describe('modelled time at 100,000 records', () => {
  test('a check takes at most 15 seconds', async () => {
    const readings = await measured((person) => {
      person.get('check');
      person.get('check');
    });
    expect(secondsAtLarge(readings)).toBeLessThanOrEqual(15);
  });

  test('the deletion of 5,000 scattered rows takes at most 20 seconds', async () => {
    expect(secondsAtLarge(await measured(deleteTwice))).toBeLessThanOrEqual(20);
  });
});

test('days of a date column cost a call a fortnight at most, not one each', async () => {
  const person = await openAs(generateBook({ records: 2_000, seed: 5 }).book);
  person.get('progress');
  expect(person.host.last?.localCalls).toBeLessThan(400);
});

describe('text that begins with = in Records', () => {
  const open = async (cell: string, formula?: string) => {
    const { book } = generateBook({ records: 1_000, flagged: 50, seed: 5 });
    const row = recordsOf(book).rows[300];
    if (!row) throw new Error('no row');
    while (row.values.length < 8) row.values.push('');
    row.values[7] = cell;
    if (formula !== undefined) row.formulas = { 7: formula };
    return openAs(book);
  };

  test('is no formula: scattered rows still go by one sort', async () => {
    const person = await open('=see note');
    expect(person.get('previewDeleteFlagged').slowBecause).toBeNull();
    deleteFlagged(person);
    expect(person.host.last?.byMethod).toMatchObject({ 'Range.sort': 1, 'Sheet.deleteRows': 1 });
  });

  test('a formula among them still takes the slow way', async () => {
    const person = await open('x', '=UPPER("x")');
    expect(person.get('previewDeleteFlagged').slowBecause).toBe('formulas in the rows');
  });

  test('many such texts cost a check one call for their column', async () => {
    const { book } = generateBook({ records: 6_000, seed: 5 });
    const { rows } = recordsOf(book);
    for (let row = 100; row < 2_000; row += 100) {
      const values = rows[row]?.values ?? [];
      while (values.length < 8) values.push('');
      values[7] = `=note ${row}`;
    }
    const person = await openAs(book);
    person.get('check');
    const { errors } = person.get('check');
    expect(errors).toBe(19);
    expect(person.calls).toBeLessThanOrEqual(12);
  });
});
