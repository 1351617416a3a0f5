import { planDeleteFlagged } from '../../../src/domain/records/delete-flagged.ts';
import { workbook } from '../../builders/workbook.ts';

describe('when the number must be typed', () => {
  test.each([
    ['20 % is not more than 20 %', 1, 5, false],
    ['more than 20 % is', 1, 4, true],
    ['500 is not more than 500', 500, 2_500, false],
    ['501 is, though under 20 %', 501, 3_000, true],
  ])('%s', (_, flagged, total, mustType) => {
    const book = workbook();
    for (let i = 0; i < total; i++) book.record('ann', 'CPR', { delete: i < flagged ? '1' : '' });
    const planned = planDeleteFlagged(book.build());
    if (!planned.ok) throw new Error(planned.refusal.reason);
    expect([planned.indexes.length, planned.total, planned.mustType]).toEqual([flagged, total, mustType]);
  });
});
