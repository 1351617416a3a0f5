import { LAYOUT } from '../../../src/domain/layout.ts';
import { fileColumns, type RecordField } from '../../../src/domain/records/import/file-columns.ts';
import { book, fileOf, imported, refusal, remarks, withColumn } from './import-support.ts';

const counts = (...lines: string[]) => imported(book().build(), fileOf(...lines)).counts;

function columnsOf(...headings: string[]) {
  const columns = fileColumns(headings);
  if ('ok' in columns) throw new Error(columns.refusal.reason);
  return columns;
}

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
    const twice = (heading: string) => ({ reason: 'heading-doubled', args: { sheet: 'The file', heading } });
    const refused = (headings: string) => refusal(book().build(), fileOf(headings, 'a,b,c'));
    expect(refused('Name,Title,title')).toEqual(twice('Title'));
    expect(refused('Name,Username,username').reason).toBe('heading-doubled');
    expect(refused('Name,Cost,cost')).toEqual(twice('cost'));
    expect(refused('Name,?,?')).toEqual(twice('?'));
  });

  test('columns without a heading are not one heading that stands twice', () => {
    expect(imported(book().build(), fileOf('Name,,?,', 'zoe,,5,')).questions.customColumns).toEqual(['?']);
  });

  test('a file that names nobody is refused, and so is one of headings alone', () => {
    expect(refusal(book().build(), fileOf('Title,Code', 'a,CPR'))).toEqual({
      reason: 'file-headings',
      args: { heading: 'Name' },
    });
    expect(refusal(book().build(), { name: 'lms.csv', rows: [], lines: [] }).reason).toBe('file-headings');
    expect(refusal(book().build(), fileOf('Name,Title'))).toEqual({ reason: 'file-empty', args: {} });
  });

  test.each(
    Object.entries(LAYOUT.records).flatMap(([field, { heading, aliases }]) =>
      [heading, ...aliases].map((each) => [each, field] as const),
    ),
  )('%s is %s', (heading, field) => {
    const { at, custom } = columnsOf('Anything', heading, field === 'name' ? 'Record Id' : 'Name');
    expect([at.get(field as RecordField), custom]).toEqual([1, [{ heading: 'Anything', at: 0 }]]);
  });

  test('of a heading and its alias the heading counts; the alias is a column of people’s own', () => {
    expect(columnsOf('Username', 'Name')).toEqual({
      at: new Map([['name', 1]]),
      custom: [{ heading: 'Username', at: 0 }],
      width: 2,
    });
  });

  test('a guard and spaces around a heading are no part of it, and nothing follows the last one', () => {
    expect(columnsOf("'=Cost ", 'Name', ' ', '')).toEqual({
      at: new Map([['name', 1]]),
      custom: [{ heading: '=Cost', at: 0 }],
      width: 2,
    });
  });

  test('columns that LMS exports have are left out without a question, and said', () => {
    const { questions, remarks: said } = imported(
      book().build(),
      fileOf('email,firstname,lastname,Name', 'a@b.c,A,B,zoe'),
    );
    expect([questions.customColumns, said.leftOut]).toEqual([[], ['email', 'firstname', 'lastname']]);
  });

  test.each([
    ['where any row has text in it', 'Name, ,Title', ['zoe,,T', 'yan,lost,T'], ['B']],
    ['never where it is blank', 'Name,,Title', ['zoe, ,T', 'yan'], []],
    ['nor beyond the last heading, which keeps its rows out', 'Name,Title,', ['zoe,T,lost'], []],
  ])('a column without a heading is left out and said %s', (_, headings, rows, unnamed) => {
    expect(remarks(book().build(), headings, ...rows).unnamed).toEqual(unnamed);
  });

  test('columns that the file lacks are named, but for the ids', () => {
    expect(remarks(book().build(), 'Name,Title', 'zoe,T').missing).toEqual([
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

describe('columns of people’s own', () => {
  const sited = () => withColumn(book().build(), 'Site', 'Mill', '');
  const file = fileOf('Record Id,Name,site ,Cost', '1,ann,Dock,5', '0,zoe,Yard,7', '2,bob,,');

  test('that the sheet has are taken over; the others are asked about, and left out till then', () => {
    const { plan, questions } = imported(sited(), file);
    expect(questions.customColumns).toEqual(['Cost']);
    expect(plan.edits.map(({ row, field, after }) => [row, field, after])).toEqual([
      [2, 'custom:Site', 'Dock'],
    ]);
    expect(plan.appends).toEqual([
      { sheet: 'records', values: { recordId: '', name: 'zoe' }, custom: { Site: 'Yard' } },
    ]);
    expect(plan).not.toHaveProperty('newColumns');
  });

  test('are made where they were asked for', () => {
    const { plan, questions } = imported(sited(), file, { customColumns: 'add' });
    expect([questions.customColumns, plan.newColumns]).toEqual([[], ['Cost']]);
    expect(plan.edits.map(({ row, field, before, after }) => [row, field, before, after])).toEqual([
      [2, 'custom:Site', 'Mill', 'Dock'],
      [2, 'custom:Cost', '', '5'],
    ]);
    expect(plan.appends.map(({ custom }) => custom)).toEqual([{ Site: 'Yard', Cost: '7' }]);
  });

  test('are left out without another question where that was the answer', () => {
    const { plan, questions } = imported(sited(), file, { customColumns: 'leaveOut' });
    expect([questions.customColumns, plan.newColumns]).toEqual([[], undefined]);
  });
});
