import { book, fileOf, imported, reasons } from './import-support.ts';

const counts = (...lines: string[]) => imported(book().build(), fileOf(...lines)).counts;
const rejects = (...lines: string[]) => reasons(book().build(), fileOf(...lines));

describe('which rows are rejected', () => {
  test.each([
    ['a new row without a name', 'Name,Title', ',T', '2 name: name-missing'],
    ['a new row in a file without names', 'Record Id,Title', '9,T', '2 name: name-missing'],
    ['a blank name in an update', 'Record Id,Name', '1,', '2 name: name-missing'],
    ['a name of nothing that anyone sees', 'Name,Title', '\u200b,T', '2 name: name-missing'],
    ['a blank type in an update', 'Record Id,Record Type', '1, ', '2 recordType: type-missing'],
    ['an unknown type', 'Name,Record Type', 'zoe,Traning', '2 recordType: type-unknown'],
    ['an unknown code', 'Name,Code', 'zoe,NOPE', '2 code: code-unknown'],
    ['a code with a tab in it', 'Name,Code', 'zoe,"A\tB"', '2 code: code-characters'],
    ['an impossible date', 'Name,Completion Date', 'zoe,31/04/2025', '2 completionDate: date-impossible'],
    [
      '29 February of no leap year',
      'Name,Completion Date',
      'zoe,2025-02-29',
      '2 completionDate: date-impossible',
    ],
    [
      'a day number of a spreadsheet',
      'Name,Completion Date',
      'zoe,45292',
      '2 completionDate: date-impossible',
    ],
    ['words', 'Name,Completion Date', 'zoe,spring', '2 completionDate: date-impossible'],
    ['a date to come', 'Name,Completion Date', 'zoe,2026-07-01', '2 completionDate: date-future'],
    ['a flag that is none', 'Name,Delete?', 'zoe,yes', '2 delete: delete-value'],
    ['a text of 50,001 characters', 'Name,Title', `zoe,${'x'.repeat(50_001)}`, '2 title: too-long'],
    ['a name of 50,001 characters', 'Name,Title', `${'x'.repeat(50_001)},T`, '2 name: too-long'],
    ['a cell beyond the last heading', 'Name,Title', 'zoe,first, second', '2 : no-heading'],
  ])('%s', (_, headings, cells, reason) => {
    expect(rejects(headings, cells)).toEqual([reason]);
  });

  test('a rejection has the cell as it came, and what more can be said of it', () => {
    const file = fileOf(
      'Record Id,Name,Record Type,Code',
      '1,,Training Record,CPR',
      '2,bob, ,0012',
      '0,,E-learning, NOPE ',
      '0,zoe,,CPR,,lost,more',
    );
    expect(imported(book().build(), file).rejections).toEqual([
      { row: 2, field: 'name', value: '', reason: 'name-missing', args: {} },
      { row: 3, field: 'recordType', value: '', reason: 'type-missing', args: {} },
      { row: 4, field: 'code', value: ' NOPE ', reason: 'code-unknown', args: {} },
      { row: 4, field: 'name', value: '', reason: 'name-missing', args: {} },
      { row: 5, field: '', value: 'lost', reason: 'no-heading', args: { column: 6 } },
    ]);
  });

  test('a name and a type are changed like any other cell', () => {
    const { plan } = imported(book().build(), fileOf('Record Id,Name,Record Type', '1,anna,E-learning'));
    expect(plan.edits.map(({ field, after }) => [field, after])).toEqual([
      ['name', 'anna'],
      ['recordType', 'E-learning'],
    ]);
  });

  test('what may be blank is cleared in an update, whatever else is blank in a new row', () => {
    const file = fileOf('Record Id,Name,Record Type,Code', '1,ann,Training Record,', '0,zoe,,');
    expect(imported(book().build(), file).counts).toMatchObject({ updated: 1, new: 1, errors: 0 });
  });

  test.each([
    ['a text of 50,000 characters', 'Name,Title', `zoe,${'x'.repeat(50_000)}`],
    ['today', 'Name,Completion Date', 'zoe,2026-06-30'],
    ['a type in another case', 'Name,Record Type', 'zoe,e-LEARNING'],
    ['a code in another case', 'Name,Code', 'zoe,cpr '],
    ['FALSE and 0 as no flag', 'Name,Delete?', 'zoe,FALSE'],
    ['blanks beyond the last heading', 'Name,Title', 'zoe,T,, ,'],
  ])('%s is right', (_, headings, cells) => {
    expect(rejects(headings, cells)).toEqual([]);
  });

  test('rows that are right go in although others are rejected', () => {
    expect(counts('Name,Code', 'zoe,NOPE', 'yan,CPR')).toMatchObject({ new: 1, errors: 1 });
  });

  test('a row is one error however many of its cells are wrong', () => {
    expect(counts('Name,Code,Delete?', ',NOPE,x')).toMatchObject({ errors: 1 });
  });

  test('the row number is the one that a spreadsheet shows', () => {
    expect(rejects('Name,Code', '"zo\ne",CPR', '', 'yan,NOPE')).toEqual(['4 code: code-unknown']);
  });

  test('rows of a file that brings no row numbers are counted from its headings', () => {
    const file = { name: 'rows', rows: [['Name', 'Code'], ['zoe'], ['yan', 'NOPE']], lines: [] };
    const { rejections, remarks: said } = imported(book().build(), file);
    expect([said.shortRows, rejections.map(({ row }) => row)]).toEqual([[2], [3]]);
  });

  test('what the sheet has wrong already and the file leaves as it is rejects nothing', () => {
    const wrong = book()
      .record('eve', 'GONE', { completionDate: '2025-02-30', recordType: 'Traning', delete: 'yes', name: '' })
      .build();
    const as = 'Record Id,Name,Record Type,Completion Date,Code,Delete?,Title';
    expect(imported(wrong, fileOf(as, '3,,Traning,2025-02-30,GONE,,Title')).counts).toMatchObject({
      same: 1,
      errors: 0,
    });
    expect(imported(wrong, fileOf(as, '3,,Traning,2025-02-30,GONE,,Other')).counts).toMatchObject({
      updated: 1,
      errors: 0,
    });
    expect(reasons(wrong, fileOf(as, '3,,Traning,2025-02-31,GONE,,Title'))).toEqual([
      '2 completionDate: date-impossible',
    ]);
  });

  test('a formula is not overwritten: its row is kept out, unless the file has what it shows', () => {
    const { records, ...rest } = book().build();
    const formulas = [{ row: 2, field: 'title' as const, formula: '=UPPER("t")' }];
    const withFormula = { ...rest, records: { ...records, formulas } };
    const {
      plan,
      counts: made,
      rejections,
    } = imported(withFormula, fileOf('Record Id,Name,Title,Notes', '1,ann,Other,New', '2,bob,Other,New'));
    expect(rejections).toEqual([
      { row: 2, field: 'title', value: 'Other', reason: 'formula-in-the-way', args: { row: 2 } },
    ]);
    expect([made.updated, made.errors]).toEqual([1, 1]);
    expect(plan.edits.map(({ row, field }) => [row, field])).toEqual([
      [3, 'title'],
      [3, 'otherInformation'],
    ]);
    expect(plan.exchange?.ids).toEqual(['2']);
    expect(reasons(withFormula, fileOf('Record Id,Name,Title', '1,ann,Title'))).toEqual([]);
  });

  test('without rejected rows there is no file of them', () => {
    expect(imported(book().build(), fileOf('Name,Code', 'zoe,CPR')).rejected).toBeNull();
  });

  test.each([
    ['lms.csv', 'rejected-lms.csv'],
    ['May 1.export.txt', 'rejected-May 1.export.csv'],
    ['From LMS', 'rejected-From LMS.csv'],
    ['v1. a', 'rejected-v1. a.csv'],
  ])('the file of rejected rows of %s is %s', (name, rejectedName) => {
    const { rejected } = imported(book().build(), { ...fileOf('Name,Code', 'zoe,NOPE', 'yan,NOPE'), name });
    expect(rejected).toMatchObject({ name: rejectedName, rows: 2, notes: [] });
  });

  test('the rejected rows come back under the file’s own headings, and go in once they are mended', () => {
    const file = fileOf('email,NAME,code,Cost', "a@b.c,zoe,NOPE,'=1+1", 'b@b.c,yan,CPR,5');
    const { rejected } = imported(book().build(), file);
    expect(rejected?.text).toBe("\ufeffemail,NAME,code,Cost\r\na@b.c,zoe,NOPE,'=1+1\r\n");
    const mended = fileOf(...(rejected?.text.replace('NOPE', 'CPR') ?? '').split('\r\n'));
    expect(imported(book().build(), mended).counts).toMatchObject({ new: 1, errors: 0 });
  });
});
