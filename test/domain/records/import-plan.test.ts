import type { ImportAnswers } from '../../../src/domain/records/import/imported-file.ts';
import { exchangeLayer, LastExchange } from '../../../src/domain/records/last-exchange.ts';
import { emptyTable, type HeadingProblem } from '../../../src/domain/workbook.ts';
import { book, fileOf, imported, refusal } from './import-support.ts';

test('the plan has the cells that change, the new rows, and what the LMS is known to have', () => {
  const file = fileOf('Record Id,Name,Title,Delete?', '1,ann,Other,', '2,bob,Title,', '0,zoe,T,1', '9,,T,');
  expect(imported(book().build(), file).plan).toEqual({
    kind: 'import',
    edits: [{ sheet: 'records', row: 2, field: 'title', key: '#1', before: 'Title', after: 'Other' }],
    appends: [{ sheet: 'records', values: { recordId: '', name: 'zoe', title: 'T', delete: '1' } }],
    removals: [],
    exchange: exchangeLayer(
      ['recordId', 'name', 'title', 'delete'],
      [
        ['1', ['1', 'ann', 'Other', '']],
        ['2', ['2', 'bob', 'Title', '']],
      ],
    ),
    summary: { file: 'lms.csv' },
  });
});

test('a file that changes nothing makes a plan of nothing', () => {
  const { plan } = imported(book().build(), fileOf('Record Id,Name', '1,ann', '0,bob'));
  expect([plan.edits, plan.appends, plan.removals]).toEqual([[], [], []]);
});

describe('a refusal says what is in the way', () => {
  const file = fileOf('Name', 'zoe');
  const heading = 'Title';
  const problem = (headingProblem: HeadingProblem) => {
    const whole = book().build();
    return refusal({ ...whole, records: { ...whole.records, headingProblems: [headingProblem] } }, file);
  };

  test('there is no Records sheet', () => {
    expect(refusal({ ...book().build(), records: emptyTable('records', 'My Records') }, file)).toEqual({
      reason: 'sheet-missing',
      args: { sheet: 'My Records' },
    });
  });

  test('a heading of the sheet is missing', () => {
    expect(problem({ kind: 'missing', heading })).toEqual({
      reason: 'heading-missing',
      args: { sheet: 'Records', heading },
    });
  });

  test('a heading of the sheet stands twice', () => {
    expect(problem({ kind: 'doubled', heading, columns: [5, 6] })).toEqual({
      reason: 'heading-doubled',
      args: { sheet: 'Records', heading },
    });
  });
});

describe('cells that changed here since the records last crossed', () => {
  const headings = 'Record Id,Name,Title,Notes';
  const fields = ['recordId', 'name', 'title', 'otherInformation'];
  // When they last crossed, both titles were Was, and nobody had notes; here both titles are Title now.
  const last = () =>
    new LastExchange([
      exchangeLayer(fields, [
        ['1', ['1', 'ann', 'Was', '']],
        ['2', ['2', 'bob', 'Was', '']],
      ]),
    ]);
  const done = (rows: string[], answers: ImportAnswers = {}) => {
    const { counts, plan, questions } = imported(book().build(), fileOf(headings, ...rows), answers, last());
    const edits = plan.edits.map(({ row, field, after }) => [row, field, after]);
    return { counts, edits, conflicts: questions.conflicts, crossed: plan.exchange?.ids };
  };
  const conflict = (decision: 'sheet' | 'file' | null, id = '1', who = 'ann', row = 2) => ({
    item: `${id}|title`,
    who,
    row,
    field: 'title',
    sheet: 'Title',
    file: 'Theirs',
    decision,
  });
  const counts = { new: 0, updated: 0, same: 0, flagged: 0, errors: 0, conflicts: 0, kept: 0 };

  test('stay, and are counted, where the file has what it had', () => {
    expect(done(['1,ann,Was,', '2,bob,Was,'])).toEqual({
      counts: { ...counts, same: 2, kept: 2 },
      edits: [],
      conflicts: [],
      crossed: ['1', '2'],
    });
  });

  test('hinder no other cell of their row', () => {
    expect(done(['1,ann,Was,N'])).toMatchObject({
      counts: { ...counts, updated: 1, kept: 1 },
      edits: [[2, 'otherInformation', 'N']],
    });
  });

  test('are asked about where the file has changed too, and wait till then', () => {
    expect(done(['1,ann,Theirs,', '2,bob,Theirs,N'])).toEqual({
      counts: { ...counts, updated: 1, conflicts: 2 },
      edits: [[3, 'otherInformation', 'N']],
      conflicts: [conflict(null), conflict(null, '2', 'bob', 3)],
      crossed: ['1', '2'],
    });
  });

  test('go where the file was chosen', () => {
    expect(done(['1,ann,Theirs,'], { conflicts: 'file' })).toMatchObject({
      counts: { ...counts, updated: 1, conflicts: 1 },
      edits: [[2, 'title', 'Theirs']],
      conflicts: [conflict('file')],
    });
  });

  test('stay where the sheet was chosen', () => {
    expect(done(['1,ann,Theirs,'], { conflicts: 'sheet' })).toMatchObject({
      counts: { ...counts, updated: 0, conflicts: 1 },
      edits: [],
      conflicts: [conflict('sheet')],
    });
  });

  test('are nobody’s question in a row that is rejected', () => {
    expect(done(['1,,Theirs,'])).toMatchObject({
      counts: { ...counts, errors: 1 },
      conflicts: [],
      crossed: [],
    });
  });

  test('two of one row are one row with conflicts', () => {
    const both = new LastExchange([exchangeLayer(fields, [['1', ['1', 'ann', 'Was', 'was']]])]);
    const file = fileOf(headings, '1,ann,Theirs,theirs');
    const { counts: made, questions } = imported(book().build(), file, {}, both);
    expect([made.conflicts, questions.conflicts.length]).toEqual([1, 2]);
  });
});
