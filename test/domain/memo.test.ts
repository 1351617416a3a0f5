import { memo } from '../../src/domain/memo.ts';

const counted = (kept?: number) => {
  const asked: string[] = [];
  const of = memo((text: string) => {
    asked.push(text);
    return text === '' ? null : text.length;
  }, kept);
  return { of, asked };
};

test('each is worked out once, null too', () => {
  const { of, asked } = counted();
  expect(['a', 'bb', 'a', '', 'bb', ''].map(of)).toEqual([1, 2, 1, null, 2, null]);
  expect(asked).toEqual(['a', 'bb', '']);
});

test('no more are remembered than so many: then all are forgotten', () => {
  const { of, asked } = counted(2);
  expect(['a', 'bb', 'a', 'ccc', 'ccc', 'a'].map(of)).toEqual([1, 2, 1, 3, 3, 1]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});
