import { cellsOf, openAs } from '../support/product.ts';
import { book } from '../support/small-book.ts';

test('the journal keeps the last 40 runs and more, not all: the oldest can no longer be undone', async () => {
  const made = book({ Codes: [['CPR', 'Resuscitation']], Records: [] });
  let now = Date.UTC(2026, 10, 20, 9);
  const person = await openAs(made, { warm: true, now: () => (now += 1000) });
  const runs = Array.from(
    { length: 120 },
    (_, i) => person.get('addCode', { code: `NEW-${i}` }).run?.run ?? '',
  );
  const kept = new Set(cellsOf(made, 'Undo Data').map(([run]) => String(run)));
  expect(runs.slice(-40).filter((run) => !kept.has(run))).toEqual([]);
  expect(kept.size).toBeLessThan(100);
  expect(person.call('previewUndo', { run: runs[0] ?? '' }).ok).toBe(false);
  expect(person.call('previewUndo', { run: runs[80] ?? '' }).ok).toBe(true);
});
