import { parseCsv } from '../../../src/domain/csv/parse-csv.ts';
import {
  deleteFile,
  doubledHeading,
  exportRecords,
  liveRows,
  templateCsv,
} from '../../../src/domain/records/export.ts';
import { workbook } from '../../builders/workbook.ts';

const HEADINGS =
  'Record Id,Name,Record Type,Object Id,Title,Training Provider,Completion Date,Other Information,Qualification Code,Delete?';
const column = (heading: string, ...cells: string[]) => ({ heading, column: 12, cells });

function exported(book: ReturnType<typeof workbook>, custom: Parameters<typeof exportRecords>[2] = []) {
  const built = book.build();
  const file = exportRecords(built, liveRows(built), custom, 'records');
  const parsed = parseCsv(file.text);
  return { ...file, cells: parsed.ok ? parsed.rows : [] };
}

test('the template is the ten headings and nothing else', () => {
  expect(templateCsv()).toEqual({
    name: 'records-template.csv',
    text: `\ufeff${HEADINGS}\r\n`,
    rows: 0,
    notes: [],
  });
});

describe('the LMS’s import file', () => {
  test('is named as it was asked for, and counts its rows', () => {
    const { name, rows } = exported(workbook().record('ann', 'CPR').record('bob', 'CPR'));
    expect([name, rows]).toEqual(['records.csv', 2]);
  });

  test('a column that the sheet lacks goes out blank, its dates and flags unblamed', () => {
    const { records, ...rest } = workbook().record('ann', 'CPR').build();
    const { completionDate: _, delete: __, title: ___, ...cells } = records.cells;
    const { text, notes } = exportRecords({ ...rest, records: { ...records, cells } }, [0], [], 'records');
    expect(text.split('\r\n')[1]).toBe('1,ann,Training Record,0,,,,,CPR,');
    expect(notes).toEqual([]);
  });

  test('has the ten headings in order, then people’s own', () => {
    const { cells } = exported(workbook().record('ann', 'CPR'), [
      column('Site', 'Mill'),
      column('Cost', '5'),
    ]);
    expect(cells[0]?.join()).toBe(`${HEADINGS},Site,Cost`);
    expect(cells[1]?.slice(10)).toEqual(['Mill', '5']);
  });

  test('begins with the byte-order mark and ends every line with CRLF', () => {
    const { text } = exported(workbook().record('ann', 'CPR'));
    expect(text.startsWith('\ufeffRecord Id,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  test.each([['' as const], ['0'], [' '], [0]])(
    'an id %j goes out as 0, a Record Id and an Object Id alike',
    (id) => {
      const { cells, notes } = exported(workbook().record('ann', 'CPR', { recordId: id, objectId: id }));
      expect([cells[1]?.[0], cells[1]?.[3]]).toEqual(['0', '0']);
      expect(notes).toEqual(['1 new, with Record Id 0.']);
    },
  );

  test('ids keep their zeros, without spaces around them', () => {
    const { cells } = exported(workbook().record('ann', '0012', { recordId: ' 007', objectId: '0042 ' }));
    expect([cells[1]?.[0], cells[1]?.[3], cells[1]?.[8]]).toEqual(['007', '0042', '0012']);
  });

  test('a date goes out as its day, without a time', () => {
    const { cells } = exported(
      workbook().record('ann', 'CPR', { completionDate: { iso: '2025-03-01T23:30:00' } }),
    );
    expect(cells[1]?.[6]).toBe('2025-03-01');
  });

  test('a date in words goes out without the spaces around it', () => {
    const { cells, notes } = exported(workbook().record('ann', 'CPR', { completionDate: ' 2025-03-01 ' }));
    expect([cells[1]?.[6], notes]).toEqual(['2025-03-01', []]);
  });

  test('a time in a column of people’s own goes out as hours, without the day from which Sheets counts', () => {
    const took = { heading: 'Took', column: 12, cells: [{ iso: '1899-12-30T01:30:00' }] };
    expect(exported(workbook().record('ann', 'CPR'), [took]).cells[1]?.[10]).toBe('1:30:00');
  });

  test('formula-like text is guarded in every column, headings too; signed numbers are not', () => {
    const { text } = exported(
      workbook().record('=A1', '@X', { title: '+1+1', trainingProvider: '-5', otherInformation: '\t=1' }),
      [column('=Cost', '-x')],
    );
    expect(text).toContain(",'=Cost\r\n");
    expect(text).toContain(`'=A1,Training Record,0,'+1+1,-5,2025-01-01,'\t=1,'@X,,'-x`);
  });

  test('email, firstname and lastname stay out, in any writing, and that is said', () => {
    const { text, notes } = exported(workbook().record('ann', 'CPR'), [
      column('Email', 'a@b.c'),
      column('First Name', 'A'),
      column('lastname', 'B'),
    ]);
    expect(text).not.toMatch(/a@b\.c|First/);
    expect(notes).toEqual(['Left out, as the LMS asks: Email, First Name, lastname.']);
  });

  test('a column without a heading stays out, and is said where something stands in it', () => {
    const { cells, notes } = exported(workbook().record('ann', 'CPR').record('bob', 'CPR'), [
      column('', '', 'lost'),
      { ...column(' ', 'lost'), column: 28 },
      column(' ', '', '\u200b'),
      column(''),
    ]);
    expect(cells[0]).toHaveLength(10);
    expect(notes).toEqual(['Left out, because row 1 has no heading there: column L, AB.']);
  });

  test('what is no date goes out as it stands, and a wrong flag as none: both are said', () => {
    const { cells, notes } = exported(
      workbook().record('ann', 'CPR', { completionDate: 'spring', delete: 'yes' }),
    );
    expect([cells[1]?.[6], cells[1]?.[9]]).toEqual(['spring', '']);
    expect(notes).toEqual([
      'Completion Date is no real date and goes out as it stands: row 2.',
      'Delete? is neither 1 nor blank and goes out blank: row 2.',
    ]);
  });

  test('blank rows, unticked boxes and rows of spaces are no records', () => {
    const book = workbook()
      .record('ann', 'CPR')
      .row('records', {})
      .row('records', { delete: false })
      .row('records', { title: '  ' })
      .build();
    expect(liveRows(book)).toEqual([0]);
  });

  test('a heading of people’s own that stands twice is found; what stays out may stand twice', () => {
    expect(doubledHeading([column('Cost'), column('Site'), column('cost')])).toBe('cost');
    expect(doubledHeading([column('?'), column('?')])).toBe('?');
    expect(
      doubledHeading([column('email'), column('Email'), column(''), column(' '), column(' ')]),
    ).toBeUndefined();
  });
});

describe('the file that deletes in the LMS', () => {
  test('holds the ids with Delete? = 1, and counts the records that the LMS does not know', () => {
    const book = workbook()
      .record('ann', 'CPR')
      .record('bob', '', { recordId: '' })
      .record('eve', '', { recordId: 0 });
    const { name, text, rows, notes } = deleteFile(book.build(), [0, 1, 2], 'delete-flagged');
    expect(name).toBe('delete-flagged.csv');
    expect(text).toBe(`\ufeff${HEADINGS}\r\n1,ann,Training Record,0,Title,,2025-01-01,,CPR,1\r\n`);
    expect([rows, notes]).toEqual([1, ['2 records the LMS does not know yet.']]);
  });

  test.each([
    [[0], []],
    [[0, 1], ['1 record the LMS does not know yet.']],
  ])('of records %j it says %j', (indexes, said) => {
    const book = workbook().record('ann', 'CPR').record('bob', '', { recordId: '' }).build();
    expect(deleteFile(book, indexes, 'delete-flagged').notes).toEqual(said);
  });
});
