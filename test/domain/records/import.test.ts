import { workbook } from '../../builders/workbook.ts';
import { fileOf, imported, reasons, refusal, remarks } from './import-support.ts';

const book = () =>
  workbook().code('CPR').code('0012').code('MAR1').record('ann', 'CPR').record('bob', '0012');
const counts = (...lines: string[]) => imported(book().build(), fileOf(...lines)).counts;
const rejects = (...lines: string[]) => reasons(book().build(), fileOf(...lines));

describe('which columns a file has', () => {
  test.each([
    ['any order and case', 'QUALIFICATION CODE,name,record id'],
    ['spaces and underscores do not count', ' Name , Record_Id,qualificationcode'],
    ['known aliases', 'Username,Id,Code'],
    ['a byte-order mark ahead of a heading', '\ufeffName,Record Id,Code'],
  ])('%s', (_, headings) => {
    const cells = headings
      .split(',')
      .map((each) => (/name/i.test(each) ? 'ann' : /id/i.test(each) ? '1' : 'CPR'));
    expect(counts(headings, cells.join(','))).toMatchObject({ same: 1, errors: 0 });
  });

  test('a heading that stands twice is refused, whichever it is', () => {
    expect(refusal(book().build(), fileOf('Name,Title,title', 'a,b,c'))).toMatchObject({
      reason: 'heading-doubled',
      args: { heading: 'Title' },
    });
    expect(refusal(book().build(), fileOf('Name,Cost,cost', 'a,b,c')).reason).toBe('heading-doubled');
  });

  test('a file that names nobody is refused, and so is one of headings alone', () => {
    expect(refusal(book().build(), fileOf('Title,Code', 'a,CPR')).reason).toBe('file-headings');
    expect(refusal(book().build(), fileOf('Name,Title')).reason).toBe('file-empty');
  });

  test('columns that LMS exports have are left out without a question, and said', () => {
    const { questions, remarks: said } = imported(
      book().build(),
      fileOf('email,firstname,lastname,Name', 'a@b.c,A,B,zoe'),
    );
    expect([questions.customColumns, said.leftOut]).toEqual([[], ['email', 'firstname', 'lastname']]);
  });

  test('a column without a heading is left out and said', () => {
    expect(remarks(book().build(), 'Name,,Title', 'zoe,lost,T').unnamed).toEqual(['B']);
  });

  test('columns that the file lacks are named', () => {
    expect(remarks(book().build(), 'Record Id,Name,Title', '1,ann,T').missing).toEqual([
      'Record Type',
      'Object Id',
      'Training Provider',
      'Completion Date',
      'Other Information',
      'Qualification Code',
      'Delete?',
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString', '=Cost', '<b>x</b>'])(
    'a heading such as %s is one like any other',
    (heading) => {
      const file = fileOf(`Name,${heading}`, 'zoe,kept');
      expect(imported(book().build(), file).questions.customColumns).toEqual([heading]);
      const { plan } = imported(book().build(), file, { customColumns: 'add' });
      const [row] = JSON.parse(JSON.stringify(plan.appends));
      expect(Object.entries(row.custom)).toEqual([[heading, 'kept']]);
    },
  );
});

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

  test('spaces around an id do not count', () => {
    expect(counts('Record Id,Name', ' 1 ,ann')).toMatchObject({ same: 1 });
  });

  test('an id that stands twice in the file rejects both rows, and names the other', () => {
    const { rejections } = imported(
      book().build(),
      fileOf('Record Id,Name,Title', '1,ann,A', '2,bob,B', '1,ann,C'),
    );
    expect(rejections.map(({ row, reason, args }) => [row, reason, args.other])).toEqual([
      [2, 'id-twice-in-file', 4],
      [4, 'id-twice-in-file', 2],
    ]);
  });

  test('an id that stands twice in the sheet rejects its row, and names both rows', () => {
    const copied = book().record('ann', 'CPR', { recordId: '1' }).build();
    const [rejection] = imported(copied, fileOf('Record Id,Name', '1,ann')).rejections;
    expect(rejection).toMatchObject({ reason: 'id-twice-in-sheet', args: { rows: '2, 4' } });
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

  test('ids with zeros in front are ids of their own', () => {
    const zeros = book().record('eve', 'CPR', { recordId: '0042' }).build();
    const { counts: made } = imported(zeros, fileOf('Record Id,Name,Title', '42,eve,T', '0042,eve,U'));
    expect([made.new, made.updated]).toEqual([1, 1]);
  });

  test('a record that the file does not hold stays, and is counted', () => {
    const { plan, remarks: said } = imported(book().build(), fileOf('Record Id,Name,Title', '1,ann,T'));
    expect([plan.removals, said.notInFile]).toEqual([[], 1]);
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
    ['a cell beyond the last heading', 'Name,Title', 'zoe,first, second', '2 : no-heading'],
  ])('%s', (_, headings, cells, reason) => {
    expect(rejects(headings, cells)).toEqual([reason]);
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
    const formula = {
      ...book().build(),
    };
    const withFormula = {
      ...formula,
      records: {
        ...formula.records,
        formulas: [{ row: 2, field: 'title' as const, formula: '=UPPER("t")' }],
      },
    };
    expect(reasons(withFormula, fileOf('Record Id,Name,Title', '1,ann,Other'))).toEqual([
      '2 title: formula-in-the-way',
    ]);
    expect(reasons(withFormula, fileOf('Record Id,Name,Title', '1,ann,Title'))).toEqual([]);
  });

  test('the rejected rows come back under the file’s own headings, and go in once they are mended', () => {
    const file = fileOf('email,NAME,code,Cost', "a@b.c,zoe,NOPE,'=1+1", 'b@b.c,yan,CPR,5');
    const { rejected } = imported(book().build(), file);
    expect(rejected?.text).toBe("\ufeffemail,NAME,code,Cost\r\na@b.c,zoe,NOPE,'=1+1\r\n");
    const mended = fileOf(...(rejected?.text.replace('NOPE', 'CPR') ?? '').split('\r\n'));
    expect(imported(book().build(), mended).counts).toMatchObject({ new: 1, errors: 0 });
  });
});

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
