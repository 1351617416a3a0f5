import { unguard } from '../../../src/domain/formula-guard.ts';
import { book, fileOf, imported, reasons, remarks } from './import-support.ts';

const counts = (...lines: string[]) => imported(book().build(), fileOf(...lines)).counts;
const rejects = (...lines: string[]) => reasons(book().build(), fileOf(...lines));

describe('dates of a file', () => {
  const question = (...dates: string[]) =>
    imported(book().build(), fileOf('Name,Completion Date', ...dates.map((date, i) => `p${i},${date}`)))
      .questions.dates;

  test('that read either way are asked about once, and their rows wait', () => {
    const { counts: made } = imported(
      book().build(),
      fileOf('Name,Completion Date', 'a,03/04/2025', 'b,2025-01-01'),
    );
    expect(made).toMatchObject({ new: 1, errors: 0 });
    expect(question('03/04/2025', '05/06/2025', '03/04/2025')).toMatchObject({
      count: 2,
      example: '03/04/2025',
    });
  });

  test('that read either way are shown in both readings, without spaces around them', () => {
    expect(question(' 03/04/2025 ')).toEqual({
      count: 1,
      example: '03/04/2025',
      dayFirst: '3 April 2025',
      monthFirst: 'March 4, 2025',
    });
  });

  test('that prove the order ask nothing', () => {
    expect(question('03/04/2025', '25/06/2025')).toBeNull();
  });

  test('that are written both ways reject those that read either way', () => {
    expect(rejects('Name,Completion Date', 'a,25/12/2024', 'b,12/25/2024', 'c,03/04/2024')).toEqual([
      '4 completionDate: date-mixed',
    ]);
  });

  test('in rows that change nothing ask nothing', () => {
    const text = book().record('eve', 'CPR', { completionDate: '03/04/2025' }).build();
    const { questions, counts: made } = imported(
      text,
      fileOf('Record Id,Name,Completion Date', '3,eve,03/04/2025'),
    );
    expect([questions.dates, made.same]).toEqual([null, 1]);
  });

  test('with a year of two digits are read, and how is said', () => {
    const file = ['Name,Title,Completion Date', 'a,1/1/20,25/12/2024', 'b,T, 25/12/24 ', 'c,T,26/12/24'];
    expect(remarks(book().build(), ...file).shortYears).toEqual({ text: '25/12/24', iso: '2024-12-25' });
  });

  test('with a year of four digits need no word', () => {
    expect(
      remarks(book().build(), 'Name,Title,Completion Date', 'a,1/1/20,25/12/2024').shortYears,
    ).toBeNull();
  });

  test('are the same with spaces around them or with a time', () => {
    const timed = book()
      .record('eve', '', { completionDate: { iso: '2025-03-05T10:00:00' } })
      .build();
    const spaced = book().record('eve', '', { completionDate: ' 2025-03-05 ' }).build();
    const file = (date: string) => fileOf('Record Id,Name,Completion Date', `3,eve,${date}`);
    expect(imported(timed, file(' 2025-03-05 ')).counts.same).toBe(1);
    expect(imported(spaced, file('2025-03-05')).counts.same).toBe(1);
  });

  test.each([
    '5 Mar 2025',
    'March 5, 2025',
    '2025/3/5',
    '2025-03-05T23:59:59Z',
    '2025-03-05T09:00:00+02:00',
    '05/03/2025 10:15 PM',
  ])('%s is 2025-03-05', (date) => {
    const { plan } = imported(book().build(), fileOf('Name,Completion Date', `a,"${date}"`), {
      dates: 'dayFirst',
    });
    expect(plan.appends.map(({ values }) => values.completionDate)).toEqual(['2025-03-05']);
  });
});

describe('blanks', () => {
  test('a blank in a column of the file clears, and the cells are counted', () => {
    const file = fileOf('Record Id,Name,Title,Notes', '1,ann,,N', '2,bob,,');
    const { plan, remarks: said } = imported(book().build(), file);
    expect(plan.edits.map(({ row, field, after }) => [row, field, after])).toEqual([
      [2, 'title', ''],
      [2, 'otherInformation', 'N'],
      [3, 'title', ''],
    ]);
    expect(said.cleared).toBe(2);
  });

  test('a row that ends early has blanks there, and is said', () => {
    const { plan, remarks: said } = imported(
      book().build(),
      fileOf('Record Id,Name,Title,', '1,ann', '2,bob,Title'),
    );
    expect(plan.edits.map(({ field, after }) => [field, after])).toEqual([['title', '']]);
    expect(said.shortRows).toEqual([2]);
  });

  test('Object Id 0 and none are the same', () => {
    expect(counts('Record Id,Name,Object Id', '1,ann,0')).toMatchObject({ same: 1 });
  });

  test('spaces around ids, names, types and codes do not count, and a new row has none', () => {
    const spaced = book().record(' eve ', ' CPR ', { recordType: ' E-learning ', objectId: ' 12 ' }).build();
    const headings = 'Record Id,Name,Record Type,Object Id,Code';
    const { counts: made, plan } = imported(
      spaced,
      fileOf(headings, '3,eve,E-learning,12,CPR', '0, zoe , e-learning , 12 , CPR '),
    );
    expect(made).toMatchObject({ same: 1, updated: 0, new: 1 });
    expect(plan.appends.map(({ values }) => values)).toEqual([
      { recordId: '', name: 'zoe', recordType: 'E-learning', objectId: '12', code: 'CPR' },
    ]);
  });

  test('a text that is guarded as a formula is what a spreadsheet shows of it', () => {
    const file = fileOf('Record Id,Name,Title,Qualification Code', '="2",bob,="007",="0012"', '0,zoe,=1+1,');
    const { counts: made, plan } = imported(book().build(), file);
    expect(made).toMatchObject({ updated: 1, new: 1 });
    expect(plan.edits.map(({ after }) => after)).toEqual(['007']);
    expect(plan.appends[0]?.values.title).toBe('=1+1');
    expect(['="a"', '="1"&"2"', '\'="0012"'].map(unguard)).toEqual(['="a"', '="1"&"2"', '="0012"']);
  });

  test('in other columns they are text', () => {
    expect(counts('Record Id,Name,Title', '1,ann, Title')).toMatchObject({ updated: 1 });
  });

  test('a flag that is neither 1 nor blank is not cleared by a file that flags nobody', () => {
    const odd = book().record('eve', 'CPR', { delete: 'yes' }).build();
    expect(imported(odd, fileOf('Record Id,Name,Delete?', '3,eve,')).counts).toMatchObject({ same: 1 });
    expect(imported(odd, fileOf('Record Id,Name,Delete?', '3,eve,1')).counts).toMatchObject({ flagged: 1 });
  });

  test('flags are counted in rows: new and changed ones, and no other change of a flagged row', () => {
    const flagged = book().record('eve', 'CPR', { delete: true }).build();
    const file = fileOf(
      'Record Id,Name,Title,Delete?',
      '1,ann,T,1',
      '3,eve,1,1',
      '0,zoe,T,TRUE',
      '0,yan,1,0',
      '0,xia,1,',
    );
    expect(imported(flagged, file).counts).toMatchObject({ updated: 2, new: 3, flagged: 2 });
  });

  test('Delete? = 1 flags the row, and a blank takes the flag away', () => {
    const flagged = book().record('eve', 'CPR', { delete: 1 }).build();
    const { counts: made, plan } = imported(
      flagged,
      fileOf('Record Id,Name,Delete?', '1,ann,TRUE', '3,eve,'),
    );
    expect(made).toMatchObject({ updated: 2, flagged: 1 });
    expect(plan.edits.map(({ row, after }) => [row, after])).toEqual([
      [2, '1'],
      [4, ''],
    ]);
  });
});
