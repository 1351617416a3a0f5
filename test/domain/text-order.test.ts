import { textOrder } from '../../src/domain/text-order.ts';

test.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['Z', 'a', -1],
  ['', 'a', -1],
])('texts stand in the order of their letters’ numbers: %j and %j', (a, b, order) => {
  expect(textOrder(a, b)).toBe(order);
});
