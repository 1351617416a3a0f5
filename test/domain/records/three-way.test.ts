import { ThreeWay } from '../../../src/domain/records/import/three-way.ts';
import {
  exchangeLayer,
  LastExchange,
  outdated,
  textPrint,
} from '../../../src/domain/records/last-exchange.ts';

describe('what was remembered', () => {
  test('has each known record’s fields in order, seven characters each, a missing text as blank', () => {
    expect(
      exchangeLayer(
        ['name', 'title'],
        [
          ['1', ['ann']],
          ['', ['new', 'T']],
        ],
      ),
    ).toEqual({
      fields: ['name', 'title'],
      ids: ['1'],
      prints: [textPrint('ann') + textPrint('')],
    });
    expect(textPrint('ann')).toHaveLength(7);
  });

  test('is outdated once newer layers know all its records by the same fields, the newest not counted', () => {
    const layer = (fields: string[], ...ids: string[]) =>
      exchangeLayer(
        fields,
        ids.map((id) => [id, ['x']]),
      );
    const [a, b, c] = [layer(['name'], '1', '2'), layer(['name'], '1'), layer(['name'], '2')];
    const newest = layer(['name'], '1', '2');
    expect(outdated([a, b, c, newest])).toEqual([a]);
    expect(outdated([a, b, newest])).toEqual([]);
    expect(outdated([layer(['title'], '1'), b, newest])).toEqual([]);
    expect(outdated([a, newest])).toEqual([]);
    expect(outdated([])).toEqual([]);
  });

  test('is looked up in the newest layer that has both record and field', () => {
    const last = new LastExchange([
      exchangeLayer(
        ['name', 'title'],
        [
          ['1', ['old', 'T']],
          ['2', ['bob', 'U']],
        ],
      ),
      exchangeLayer(['name'], [['1', ['ann']]]),
    ]);
    const prints = [last.print('1', 'name'), last.print('1', 'title'), last.print('2', 'name')];
    expect(prints).toEqual([textPrint('ann'), textPrint('T'), textPrint('bob')]);
    expect([last.print('3', 'name'), last.print('1', 'code')]).toEqual([undefined, undefined]);
  });
});

describe('sheet, file and what both were', () => {
  const conflict = { who: 'ann', row: 2, field: 'title', sheet: 'mine', file: 'theirs' };
  const asked = (decision: string | null) => ({ ...conflict, item: '1|title', decision });

  test.each([
    ['a change of the file alone comes in', 'mine', undefined, 'take'],
    ['a change of the sheet alone stays', 'theirs', undefined, 'keep'],
    ['a change of the sheet alone stays when the sheet is chosen', 'theirs', 'sheet', 'keep'],
    ['a change of the sheet alone goes when the file is chosen', 'theirs', 'file', 'take'],
    ['a change of both is asked about', 'was', undefined, asked(null)],
    ['one answer holds for every cell', 'was', 'file', asked('file')],
    ['an answer holds for its cell', 'was', { '1|title': 'sheet' }, asked('sheet')],
    ['an answer for another cell does not', 'was', { '2|title': 'sheet' }, asked(null)],
  ] as const)('%s', (_, was, conflicts, verdict) => {
    const last = new LastExchange([exchangeLayer(['title'], [['1', [was]]])]);
    const judge = new ThreeWay(last, conflicts === undefined ? {} : { conflicts });
    expect(judge.judge({ id: '1', ...conflict })).toEqual(verdict);
  });

  test('what never crossed comes in', () => {
    expect(new ThreeWay(null, {}).judge({ id: '1', ...conflict })).toBe('take');
  });
});
