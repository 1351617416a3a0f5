import { COST } from '../../playground/sheets/costs.ts';
import { scripted } from './support.ts';

/** The cost model's own table, in milliseconds: optimistic, middle, pessimistic. */
const TABLE = {
  start: [300, 700, 3000],
  local: [0.2, 1, 5],
  server: [80, 150, 300],
  readPer1000: [5, 10, 20],
  writePer1000: [12, 40, 140],
  fillPer1000: [0.05, 0.1, 1],
  rows: [50, 130, 400],
  sortCall: [500, 500, 500],
  sortPer1000: [0.5, 3, 10],
  duplicatesCall: [300, 300, 300],
  duplicatesPer1000: [2.6, 6, 18],
  flush: [100, 560, 1500],
  store: [20, 50, 200],
};

/** What a piece of script costs beyond the start and beyond getting hold of the sheet. */
async function cost(body: string): Promise<{ ms: number; calls: number; read: number; written: number }> {
  const open =
    'var ss = SpreadsheetApp.getActiveSpreadsheet(); var sheet = ss.getSheets()[0]; sheet.getName();';
  const host = await scripted(`function empty() { ${open} } function test() { ${open} ${body} }`);
  host.run('empty');
  const before = host.last;
  host.run('test');
  const after = host.last;
  if (!before || !after) throw new Error('nothing was metered');
  return {
    ms: Math.round((after.modelled.middle - before.modelled.middle) * 100) / 100,
    calls: after.calls - before.calls,
    read: after.cellsRead - before.cellsRead,
    written: after.cellsWritten - before.cellsWritten,
  };
}

test('every term is the published one', () => {
  expect(COST).toEqual(TABLE);
});

test.each<[string, string, { ms: number; calls: number; read: number; written: number }]>([
  ['getRange is local', "sheet.getRange('A1');", { ms: 1, calls: 0, read: 0, written: 0 }],
  [
    'reading 1,000 cells is a call and their reading',
    'sheet.getRange(1, 1, 100, 10).getValues();',
    { ms: 1 + 150 + 10, calls: 1, read: 1_000, written: 0 },
  ],
  [
    'one value over 1,000 cells is nearly as cheap as one cell',
    "sheet.getRange(1, 1, 100, 10).setValue('x');",
    { ms: 1 + 150 + 0.1, calls: 1, read: 0, written: 1_000 },
  ],
  [
    'values of their own are not',
    "sheet.getRange(1, 1, 1, 10).setValues([new Array(10).fill('x')]);",
    { ms: 1 + 150 + 0.4, calls: 1, read: 0, written: 10 },
  ],
  ['deleting rows', 'sheet.deleteRows(2, 5);', { ms: 150 + 130, calls: 1, read: 0, written: 0 }],
  [
    'sorting 1,000 cells',
    'sheet.getRange(1, 1, 100, 10).sort(1);',
    { ms: 1 + 150 + 500 + 3, calls: 1, read: 0, written: 0 },
  ],
  [
    'removing duplicates of 1,000 cells',
    'sheet.getRange(1, 1, 100, 10).removeDuplicates();',
    { ms: 1 + 150 + 300 + 6, calls: 1, read: 0, written: 0 },
  ],
  ['a flush', 'SpreadsheetApp.flush();', { ms: 560, calls: 1, read: 0, written: 0 }],
  [
    'a property, and getting hold of the store',
    "PropertiesService.getUserProperties().getProperty('a');",
    { ms: 1 + 50, calls: 1, read: 0, written: 0 },
  ],
  [
    'a lock, and getting hold of it',
    'LockService.getDocumentLock().tryLock(1);',
    { ms: 1 + 50, calls: 1, read: 0, written: 0 },
  ],
])('%s', async (_, body, expected) => {
  expect(await cost(body)).toEqual(expected);
});
