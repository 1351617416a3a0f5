import { book, fileOf, imported, reasons, remarks } from './import-support.ts';

describe('codes of a file', () => {
  const former = () => book().former('OLD', 'CPR').former('OLDER', 'OLD').former('DROPPED', '');

  test('a renamed code rejects its row and is offered as the new one, several renames on', () => {
    const file = fileOf('Name,Code', 'zoe,OLD', 'yan,older', 'xia,Old');
    const { questions, rejections } = imported(former().build(), file);
    expect(questions.formerCodes).toEqual([
      { code: 'OLD', now: 'CPR', rows: 2 },
      { code: 'older', now: 'CPR', rows: 1 },
    ]);
    expect(rejections.map(({ reason, args }) => [reason, args])).toEqual([
      ['code-former', { now: 'CPR' }],
      ['code-former', { now: 'CPR' }],
      ['code-former', { now: 'CPR' }],
    ]);
    const { plan } = imported(former().build(), file, { useNewCodes: true });
    expect(plan.appends.map(({ values }) => values.code)).toEqual(['CPR', 'CPR', 'CPR']);
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
    const { plan } = imported(book().build(), file, { addCodes: [' NEW '] });
    expect(plan.appends).toEqual([
      { sheet: 'codes', values: { code: 'NEW', description: '' } },
      { sheet: 'records', values: { name: 'zoe', code: 'NEW' } },
      { sheet: 'records', values: { name: 'yan', code: 'new' } },
    ]);
  });

  test('only codes that rows carry and the sheet lacks are added, for changed rows as for new ones', () => {
    const file = fileOf('Record Id,Name,Title,Code', '1,ann,OTHER,NEW', '0,zoe,T,', '0,yan,T,cpr');
    const { plan } = imported(book().build(), file, { addCodes: ['NEW', 'OTHER', 'CPR', ' '] });
    expect(plan.appends.filter(({ sheet }) => sheet === 'codes').map(({ values }) => values.code)).toEqual([
      'NEW',
    ]);
    const without = imported(book().build(), fileOf('Name', 'zoe'), { addCodes: ['NEW', ''] });
    expect(without.plan.appends).toEqual([{ sheet: 'records', values: { name: 'zoe' } }]);
  });

  test.each(['', ' ', '\u200b'])('a code %j that nobody sees is none', (code) => {
    const { plan } = imported(book().build(), fileOf('Name,Code,Title', `zoe,${code},T`));
    expect(plan.appends.map(({ values }) => values.code)).toEqual(['']);
  });

  test.each([
    ['a look-alike', 'СРR', 'CPR'],
    ['zeros that a program dropped', '12', '0012'],
    ['a date that a program made', '01-Mar', 'MAR1'],
  ])('%s is suggested', (_, code, suggestion) => {
    const { questions, rejections } = imported(book().build(), fileOf('Name,Code', `zoe,${code}`));
    expect(questions.unknownCodes).toEqual([{ code, rows: 1, suggestion }]);
    expect(rejections.map(({ reason, args }) => [reason, args])).toEqual([
      ['code-unknown', { meant: suggestion }],
    ]);
  });

  test('the old code of an open rename is known, and no other for its sake', () => {
    const renaming = book().renaming('WAS', 'CPR').build();
    expect(reasons(renaming, fileOf('Name,Code', 'zoe,was', 'yan,NOPE'))).toEqual(['3 code: code-unknown']);
  });

  test('another writing of the sheet’s code changes nothing; the Codes sheet’s own writing comes in', () => {
    const odd = book().record('eve', 'cpr').build();
    expect(imported(odd, fileOf('Record Id,Name,Code', '1,ann,cpr')).counts).toMatchObject({ same: 1 });
    expect(imported(odd, fileOf('Record Id,Name,Code', '3,eve,CPR')).counts).toMatchObject({ updated: 1 });
  });

  test('a new row keeps its writing of a code, and the difference is said', () => {
    const { plan, remarks: said } = imported(book().build(), fileOf('Name,Code', 'zoe,cpr'));
    expect(plan.appends.map(({ values }) => values.code)).toEqual(['cpr']);
    expect(said.otherWriting).toEqual({
      count: 1,
      first: [{ row: 2, field: 'code', file: 'cpr', sheet: 'CPR' }],
    });
  });

  test('the first five writings that differ are shown, and all are counted', () => {
    const codes = ['cpr', 'Cpr', 'CPR', 'cpr', 'cPr', 'mar1', 'cpR', 'CpR', 'new'];
    const file = fileOf('Name,Code', ...codes.map((code, i) => `p${i},${code}`));
    const { otherWriting } = imported(book().build(), file, { addCodes: ['NEW'] }).remarks;
    expect(otherWriting?.count).toBe(7);
    expect(otherWriting?.first.map(({ row, file: there, sheet }) => [row, there, sheet])).toEqual([
      [2, 'cpr', 'CPR'],
      [3, 'Cpr', 'CPR'],
      [6, 'cPr', 'CPR'],
      [7, 'mar1', 'MAR1'],
      [8, 'cpR', 'CPR'],
    ]);
  });

  test('a title that reads like a code in another writing is none', () => {
    expect(remarks(book().build(), 'Name,Title,Code', 'zoe,cpr,CPR').otherWriting).toBeNull();
  });

  test('new codes that a spreadsheet program would change are named', () => {
    expect(remarks(book().build(), 'Name,Code', 'zoe,1E5', 'yan,SAFE').unsafeCodes).toEqual(['1E5']);
  });

  test.each([
    ['a new row', '0,zoe,1E5'],
    ['a changed row', '1,ann,1E5'],
  ])('they are still named when they are to be added for %s', (_, row) => {
    const { remarks: said } = imported(book().build(), fileOf('Record Id,Name,Code', row), {
      addCodes: ['1E5'],
    });
    expect(said.unsafeCodes).toEqual(['1E5']);
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

  test('a code in the file where the sheet has none is no conversion, and a blank clears', () => {
    const none = book().record('eve', '').record('kim', '\u200b').build();
    const file = fileOf('Record Id,Name,Code', '3,eve,CPR', '4,kim,');
    expect(imported(none, file).plan.edits.map(({ row, after }) => [row, after])).toEqual([
      [4, 'CPR'],
      [5, ''],
    ]);
  });

  test('the same text twice is shown once, a text with another beside it twice', () => {
    const texts = book()
      .record('eve', '', { title: '007', otherInformation: '07' })
      .record('kim', '', { title: '007', otherInformation: '0008' })
      .build();
    const said = remarks(texts, 'Record Id,Name,Title,Notes', '3,eve,7,7', '4,kim,7,8');
    expect(said.convertedCells?.count).toBe(4);
    expect(said.convertedCells?.first.map(({ file, sheet }) => [file, sheet])).toEqual([
      ['7', '007'],
      ['7', '07'],
      ['8', '0008'],
    ]);
  });

  test('a date is a date: in ISO it is the better writing of the text that stands here', () => {
    const text = book().record('eve', '', { completionDate: '3/4/2025' }).build();
    const { plan } = imported(text, fileOf('Record Id,Name,Completion Date', '3,eve,2025-04-03'));
    expect(plan.edits.map(({ after }) => after)).toEqual(['2025-04-03']);
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
