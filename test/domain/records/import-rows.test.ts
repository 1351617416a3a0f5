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
