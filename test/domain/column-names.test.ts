import { columnNames } from '../../src/domain/column-names.ts';

test('columns of one heading, or of none, are numbered from the second on', () => {
  const names = columnNames(['Name', 'Centre', '', 'Centre', 7, '', 'Centre']);
  expect(names).toEqual(['Name', 'Centre', '', 'Centre\u001f1', '7', '\u001f1', 'Centre\u001f2']);
});
