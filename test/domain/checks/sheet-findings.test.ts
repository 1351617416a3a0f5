import { checkWorkbook } from '../../../src/domain/checks/index.ts';
import type { Workbook } from '../../../src/domain/workbook.ts';
import { workbook } from '../../builders/workbook.ts';
import { inOneLine } from './findings.ts';

const found = (of: Workbook) => checkWorkbook(of).map(inOneLine);

test('a sheet that is not there, and a heading that lacks or stands twice, are told with their names', () => {
  const of = workbook().build();
  const missing = { kind: 'missing', heading: 'Title' } as const;
  const doubled = { kind: 'doubled', heading: 'Name', columns: [2, 5] } as const;
  expect(
    found({
      ...of,
      content: { ...of.content, exists: false, name: 'Our content' },
      paths: { ...of.paths, headingProblems: [missing] },
      records: { ...of.records, headingProblems: [doubled] },
    }),
  ).toEqual([
    'error sheet-missing @ content:1 | sheet="Our content"',
    'error heading-missing @ paths:1 | sheet="Paths" heading="Title"',
    'error heading-doubled @ records:1 | sheet="Records" heading="Name" columns="B, E"',
  ]);
});

test('a formula in a record is told as one, and not also as text that begins like one', () => {
  const of = workbook()
    .record('ann', '', { title: '=1+1', otherInformation: '=2+2' })
    .record('bob', '', { title: '=3+3' })
    .build();
  const formulas = [{ row: 2, field: 'title', formula: '=A1' } as const];
  expect(found({ ...of, records: { ...of.records, formulas } })).toEqual([
    'error record-formula @ records:2:title | formula="=A1"',
    'error record-formula-text @ records:2:otherInformation | value="=2+2"',
    'error record-formula-text @ records:3:title | value="=3+3"',
  ]);
});

test('a sheet without some of its columns has blank rows all the same', () => {
  const of = workbook().row('codes', {}).row('records', {}).build();
  const { validForMonths: _, ...codes } = of.codes.cells;
  const { otherInformation: __, ...records } = of.records.cells;
  expect(
    found({ ...of, codes: { ...of.codes, cells: codes }, records: { ...of.records, cells: records } }),
  ).toEqual([]);
});

test('without the column of codes on Content no step lacks content', () => {
  const of = workbook().code('P').code('A').path('X', 'P').step('X', 1, 'A').build();
  expect(found(of)).toEqual(['warning step-without-content @ paths:3:code | code="A"']);
  expect(found({ ...of, content: { ...of.content, cells: {} } })).toEqual([]);
});
