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
    expect(remarks(book().build(), 'Name,Completion Date', 'a,25/12/24').shortYears).toEqual({
      text: '25/12/24',
      iso: '2024-12-25',
    });
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
    const { plan, remarks: said } = imported(book().build(), fileOf('Record Id,Name,Title', '1,ann,'));
    expect(plan.edits.map(({ field, after }) => [field, after])).toEqual([['title', '']]);
    expect(said.cleared).toBe(1);
  });

  test('a row that ends early has blanks there, and is said', () => {
    const { plan, remarks: said } = imported(book().build(), fileOf('Record Id,Name,Title', '1,ann'));
    expect(plan.edits.map(({ field, after }) => [field, after])).toEqual([['title', '']]);
    expect(said.shortRows).toEqual([2]);
  });

  test('Object Id 0 and none are the same', () => {
    expect(counts('Record Id,Name,Object Id', '1,ann,0')).toMatchObject({ same: 1 });
  });

  test('a flag that is neither 1 nor blank is not cleared by a file that flags nobody', () => {
    const odd = book().record('eve', 'CPR', { delete: 'yes' }).build();
    expect(imported(odd, fileOf('Record Id,Name,Delete?', '3,eve,')).counts).toMatchObject({ same: 1 });
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
