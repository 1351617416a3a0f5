import fc from 'fast-check';
import { addDays, addMonths } from '../../../src/domain/plain-date.ts';
import { validUntil } from '../../../src/domain/progress/validity.ts';

test('a record is valid to the same day N months on, asked once or again', () => {
  const days = fc.nat(200_000).map((days) => addDays('1900-01-01', days));
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 10_000 }), (one, other, months) => {
      for (const day of [one, other, one]) expect(validUntil(day, months)).toBe(addMonths(day, months));
    }),
  );
});
