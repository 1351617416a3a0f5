import { book, fileOf, imported, reasons, remarks } from './import-support.ts';

const counts = (...lines: string[]) => imported(book().build(), fileOf(...lines)).counts;
const rejects = (...lines: string[]) => reasons(book().build(), fileOf(...lines));

describe('which row is meant', () => {
  test('0 and blank are new, an id of the sheet updates, an id that it lacks is new and keeps its id', () => {
    const { plan, counts: made } = imported(
      book().build(),
      fileOf('Record Id,Name,Title', '0,zoe,T', ',yan,T', '1,ann,Other', '77,xia,T'),
    );
    expect(made).toMatchObject({ new: 3, updated: 1, same: 0 });
    expect(plan.appends.map(({ values }) => values.recordId)).toEqual(['', '', '77']);
    expect(plan.edits.map(({ row, field, after }) => [row, field, after])).toEqual([[2, 'title', 'Other']]);
  });

  test('spaces around an id do not count, in the file as in the sheet', () => {
    expect(counts('Record Id,Name', ' 1 ,ann')).toMatchObject({ same: 1 });
    const spaced = book().record('eve', 'CPR', { recordId: ' 7 ' }).build();
    expect(imported(spaced, fileOf('Record Id,Name,Title', '7,eve,T')).counts.updated).toBe(1);
  });

  test('an id that stands twice in the file rejects both rows, and names the other', () => {
    const { rejections } = imported(
      book().build(),
      fileOf('Record Id,Name,Title', '1,ann,A', '2,bob,B', '1,ann,C'),
    );
    const twice = { field: 'recordId', value: '1', reason: 'id-twice-in-file' };
    expect(rejections).toEqual([
      { row: 2, ...twice, args: { other: 4 } },
      { row: 4, ...twice, args: { other: 2 } },
    ]);
  });

  test('an id that is new and stands twice in the file rejects both rows too', () => {
    expect(rejects('Record Id,Name,Title', '9,zoe,A', '9,yan,B')).toEqual([
      '2 recordId: id-twice-in-file',
      '3 recordId: id-twice-in-file',
    ]);
  });

  test('an id that stands twice in the sheet rejects its row, and names both rows', () => {
    const copied = book().record('ann', 'CPR', { recordId: '1' }).build();
    expect(imported(copied, fileOf('Record Id,Name', '1,ann')).rejections).toEqual([
      { row: 2, field: 'recordId', value: '1', reason: 'id-twice-in-sheet', args: { rows: '2, 4' } },
    ]);
  });

  test('a new row that the sheet holds under any id is the same', () => {
    expect(
      counts(
        'Record Id,Name,Record Type,Qualification Code',
        '0,ann,Training Record,CPR',
        '9,bob,Training Record,0012',
      ),
    ).toMatchObject({ new: 0, same: 2 });
  });

  test('of two identical new rows the second is the same, and said', () => {
    const { counts: made, remarks: said } = imported(book().build(), fileOf('Name,Title', 'zoe,T', 'zoe,T'));
    expect([made.new, made.same, said.doubledRows]).toEqual([1, 1, [3]]);
  });

  test('two new rows that the sheet holds already are no doubles: nothing of them is new', () => {
    const { counts: made, remarks: said } = imported(
      book().build(),
      fileOf('Name,Code', 'ann,CPR', 'ann,CPR'),
    );
    expect([made.new, made.same, said.doubledRows]).toEqual([0, 2, []]);
  });

  test('a new row is the same if the sheet holds what would be written of it', () => {
    expect(counts('Name,Completion Date,Code', 'ann,1 Jan 2025, CPR')).toMatchObject({ new: 0, same: 1 });
  });

  test('a new row that the sheet holds is the same however wrong it is', () => {
    const nobody = book().record('', 'GONE', { completionDate: '2025-02-30', delete: 'yes' }).build();
    const file = fileOf('Name,Completion Date,Code,Delete?', ',2025-02-30,GONE,');
    expect(imported(nobody, file).counts).toMatchObject({ new: 0, same: 1, errors: 0 });
  });

  test('a new row is compared with what the sheet will hold, not with what the file takes out of it', () => {
    const file = fileOf('Record Id,Name,Title', '1,ann,Other', '0,ann,Title', '0,ann,Other', '0,bob,Other');
    const { counts: made, plan } = imported(book().build(), file);
    expect(made).toMatchObject({ updated: 1, new: 2, same: 1 });
    expect(plan.appends.map(({ values }) => [values.name, values.title])).toEqual([
      ['ann', 'Title'],
      ['bob', 'Other'],
    ]);
  });

  test('ids with zeros in front are ids of their own', () => {
    const zeros = book().record('eve', 'CPR', { recordId: '0042' }).build();
    const { counts: made } = imported(zeros, fileOf('Record Id,Name,Title', '42,eve,T', '0042,eve,U'));
    expect([made.new, made.updated]).toEqual([1, 1]);
  });

  test('a record that the file does not hold stays, and is counted', () => {
    const more = book().record('eve', '', { recordId: '' }).record('kim', '', { recordId: '0' }).build();
    const { plan, remarks: said } = imported(more, fileOf('Record Id,Name,Title', '1,ann,T'));
    expect([plan.removals, said.notInFile]).toEqual([[], 1]);
    expect(remarks(more, 'Name,Title', 'ann,T').notInFile).toBe(0);
  });
});
