import { generateBook } from '../../playground/sample/generate.ts';
import { emptyBook } from '../../playground/sheets/model.ts';
import { openAs } from '../support/product.ts';

const small = () => generateBook({ records: 10, seed: 1 }).book;

test('editors, a warning and no protection are set and told, each with its line in Activity', async () => {
  const person = await openAs(small());
  expect(person.get('protectCodes', { set: 'editors', editors: [' ann@example.com '] })).toMatchObject({
    protected: true,
    warningOnly: false,
    editors: expect.arrayContaining(['ann@example.com']),
  });
  expect(person.get('protectCodes', { set: 'warning' })).toMatchObject({
    protected: true,
    warningOnly: true,
  });
  expect(person.get('protectCodes', { set: 'off' })).toMatchObject({ protected: false });
  expect(person.get('activity').runs.map(({ what }) => what)).toEqual([
    'Codes is not protected any more',
    'Codes warns before it is edited',
    'Only named people may edit Codes: ann@example.com',
  ]);
});

test('what is no address is refused, and nothing is protected', async () => {
  const person = await openAs(small());
  expect(person.refusal('protectCodes', { set: 'editors', editors: ['ann@example.com', 'bob'] })).toBe(
    'bob is not a Google account that can edit this file. Nothing was changed.',
  );
  expect(person.get('protectCodes')).toMatchObject({ protected: false });
});

test('without a Codes sheet there is nothing to protect', async () => {
  const person = await openAs(emptyBook());
  expect(person.refusal('protectCodes', { set: 'warning' })).toContain('no Codes sheet');
});
