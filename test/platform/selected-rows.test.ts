// "If multiple ranges are selected this method returns only the last selected range" (Spreadsheet.getActiveRange).
import { generateBook } from '../../playground/sample/generate.ts';
import { cellsOf } from '../support/product.ts';
import { contrary, type Habits } from './contrary.ts';

/** An answer of a range that lies in Records. */
const range = (from: number, to: number) => ({
  getSheet: () => ({ getName: () => 'Records' }),
  getRow: () => from,
  getLastRow: () => to,
});

async function exported(answers: Habits['answers']) {
  const { book } = generateBook({ records: 20, flagged: 0, seed: 3 });
  const { person } = await contrary(book, { answers: answers ?? {} });
  const [, ...lines] = person.get('exportRecords', { which: 'selected' }).text.trim().split('\r\n');
  const ids = cellsOf(book, 'Records').map(([id]) => String(id));
  return lines.map((line) => ids.indexOf(line.split(',')[0] ?? '') + 1);
}

test('rows selected here and there are all exported, each once', async () => {
  const ranges = [range(3, 4), range(9, 9), range(4, 5)];
  expect(await exported({ 'Spreadsheet.getActiveRangeList': () => ({ getRanges: () => ranges }) })).toEqual([
    3, 4, 5, 9,
  ]);
});

test('one range is enough', async () => {
  const answers = {
    'Spreadsheet.getActiveRangeList': () => null,
    'Spreadsheet.getActiveRange': () => range(6, 7),
  };
  expect(await exported(answers)).toEqual([6, 7]);
});
