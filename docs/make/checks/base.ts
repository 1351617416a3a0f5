import { code, content, type ExampleState, path } from './example.ts';

/** A small workbook in which no check finds anything. Each example adds its rows below these. */
export const BASE: Required<Pick<ExampleState, 'codes' | 'content' | 'paths' | 'records'>> = {
  codes: [
    code('FIRE-SAFETY', 'Fire safety'),
    code('FIRST-AID', 'First aid'),
    code('INDUCTION', 'The induction path'),
  ],
  content: [
    content('1', 'Course', 'Fire safety basics', 'Yes', 'FIRE-SAFETY'),
    content('2', 'Training Event', 'First aid day', 'Yes', 'FIRST-AID'),
  ],
  paths: [
    path('P1', '', 'Induction', 'INDUCTION'),
    path('P1', 1, 'Fire safety basics', 'FIRE-SAFETY'),
    path('P1', 2, 'First aid day', 'FIRST-AID'),
  ],
  records: [
    {
      'Record Id': '101',
      Name: 'ann',
      'Record Type': 'Training Record',
      'Object Id': '1',
      Title: 'Fire safety basics',
      'Completion Date': '2026-03-02',
      'Qualification Code': 'FIRE-SAFETY',
    },
  ],
};
