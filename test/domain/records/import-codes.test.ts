import { book, fileOf, imported, reasons, remarks } from './import-support.ts';

describe('codes of a file', () => {
  const former = () => book().former('OLD', 'CPR').former('OLDER', 'OLD').former('DROPPED', '');

  test('a renamed code rejects its row and is offered as the new one, several renames on', () => {
    const file = fileOf('Name,Code', 'zoe,OLD', 'yan,older');
    const { questions, rejections } = imported(former().build(), file);
    expect(questions.formerCodes.map(({ code, now }) => [code, now])).toEqual([
      ['OLD', 'CPR'],
      ['older', 'CPR'],
    ]);
    expect(rejections.map(({ reason }) => reason)).toEqual(['code-former', 'code-former']);
    const { plan } = imported(former().build(), file, { useNewCodes: true });
    expect(plan.appends.map(({ values }) => values.code)).toEqual(['CPR', 'CPR']);
  });

  test('a deleted code does not come back through an import: it needs a reason', () => {
    const file = fileOf('Name,Code', 'zoe,DROPPED');
    expect(reasons(former().build(), file, { addCodes: ['DROPPED'] })).toEqual(['2 code: code-deleted']);
    expect(imported(former().build(), file).questions.unknownCodes).toEqual([]);
  });

  test('unknown codes are asked about once each, in any writing, and added in the same import', () => {
    const file = fileOf('Name,Code', 'zoe,NEW', 'yan,new ');
    expect(imported(book().build(), file).questions.unknownCodes).toEqual([
      { code: 'NEW', rows: 2, suggestion: null },
    ]);
    const { plan } = imported(book().build(), file, { addCodes: ['NEW'] });
    expect(plan.appends.filter(({ sheet }) => sheet === 'codes').map(({ values }) => values.code)).toEqual([
      'NEW',
    ]);
  });

  test.each([
    ['a look-alike', 'СРR', 'CPR'],
    ['zeros that a program dropped', '12', '0012'],
    ['a date that a program made', '01-Mar', 'MAR1'],
  ])('%s is suggested', (_, code, suggestion) => {
    const { questions } = imported(book().build(), fileOf('Name,Code', `zoe,${code}`));
    expect(questions.unknownCodes).toEqual([{ code, rows: 1, suggestion }]);
  });

  test('the old code of an open rename is known', () => {
    expect(reasons(book().renaming('WAS', 'CPR').build(), fileOf('Name,Code', 'zoe,WAS'))).toEqual([]);
  });

  test('another writing of the sheet’s code changes nothing; the Codes sheet’s own writing comes in', () => {
    const odd = book().record('eve', 'cpr').build();
    expect(imported(odd, fileOf('Record Id,Name,Code', '1,ann,cpr')).counts).toMatchObject({ same: 1 });
    expect(imported(odd, fileOf('Record Id,Name,Code', '3,eve,CPR')).counts).toMatchObject({ updated: 1 });
  });

  test('a new row keeps its writing of a code, and the difference is said', () => {
    const { plan, remarks: said } = imported(book().build(), fileOf('Name,Code', 'zoe,cpr'));
    expect(plan.appends.map(({ values }) => values.code)).toEqual(['cpr']);
    expect(said.otherWriting).toMatchObject({ count: 1, first: [{ row: 2, file: 'cpr', sheet: 'CPR' }] });
  });

  test('new codes that a spreadsheet program would change are named', () => {
    expect(remarks(book().build(), 'Name,Code', 'zoe,1E5', 'yan,SAFE').unsafeCodes).toEqual(['1E5']);
  });
});

describe('what a spreadsheet program has changed', () => {
  test('a text that it reads as a number or date stays as it is here, and is said', () => {
    const { counts: made, remarks: said } = imported(
      book().record('eve', 'MAR1', { title: '1.0', otherInformation: '007' }).build(),
      fileOf('Record Id,Name,Code,Title,Other Information', '2,bob,12,Title,', '3,eve,01-Mar,1,7'),
    );
    expect(made).toMatchObject({ same: 2, errors: 0 });
    expect(said.convertedCells?.count).toBe(4);
    expect(said.convertedCells?.first.map(({ row, file, sheet }) => [row, file, sheet])).toEqual([
      [2, '12', '0012'],
      [3, '1', '1.0'],
      [3, '7', '007'],
      [3, '01-Mar', 'MAR1'],
    ]);
  });

  test('a known code is a change, even if a program could have made it', () => {
    const both = book().code('12').build();
    expect(imported(both, fileOf('Record Id,Name,Code', '2,bob,12')).counts).toMatchObject({ updated: 1 });
  });

  test('a new row is never taken for one whose texts were other', () => {
    const both = book().code('12').build();
    expect(imported(both, fileOf('Name,Code', 'bob,12')).counts).toMatchObject({ new: 1 });
  });
});
