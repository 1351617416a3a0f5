import { added, cell, type Promised, SHEETS, type SheetName, type World, without } from './world.ts';

const FIRST: Readonly<Record<SheetName, string>> = {
  Codes: 'Code',
  Content: 'Object Id',
  Paths: 'Path Id',
  Records: 'Record Id',
};

const content = (id: string, type: string, title: string, code: string): Record<string, string> => ({
  'Object Id': id,
  Type: type,
  Title: title,
  'Used In Training Records': 'TRUE',
  'Qualification Code': code,
  Owner: 'alex.example',
});
const step = (number: string, title: string, code: string): Record<string, string> => ({
  'Path Id': 'SAMPLE-P1',
  Step: number,
  Title: title,
  'Qualification Code': code,
});
const record = (id: string, name: string, object: string, title: string, date: string, code: string) => ({
  'Record Id': id,
  Name: name,
  'Record Type': 'Training Record',
  'Object Id': object,
  Title: title,
  'Completion Date': date,
  'Qualification Code': code,
});

const [FIRE, LIFT] = ['Fire safety basics', 'Lifting and carrying'] as const;
const ROWS: Readonly<Record<SheetName, readonly Record<string, string>[]>> = {
  Codes: [
    { Code: 'SAMPLE-FIRE', Description: FIRE },
    { Code: 'SAMPLE-LIFT', Description: LIFT },
    { Code: 'SAMPLE-START', Description: 'Starter path' },
  ],
  Content: [
    content('SAMPLE-101', 'Course', FIRE, 'SAMPLE-FIRE'),
    content('SAMPLE-102', 'Quiz', `${LIFT}: quiz`, 'SAMPLE-LIFT'),
  ],
  Paths: [
    step('', 'Starter path', 'SAMPLE-START'),
    step('1', FIRE, 'SAMPLE-FIRE'),
    step('2', LIFT, 'SAMPLE-LIFT'),
  ],
  Records: [
    record('SAMPLE-R1', 'alex.example', 'SAMPLE-101', FIRE, '2025-03-14', 'SAMPLE-FIRE'),
    record('SAMPLE-R2', 'sam.example', 'SAMPLE-101', FIRE, '2025-03-17', 'SAMPLE-FIRE'),
    record('SAMPLE-R3', 'alex.example', 'SAMPLE-102', LIFT, '2025-04-02', 'SAMPLE-LIFT'),
  ],
};

/** The sample rows come in once, and exactly they go out again. */
export function sampleRows(world: World, how: 'add' | 'remove'): Promised {
  const standing = SHEETS.some((name) =>
    world.sheets[name].some((row) => cell(row, FIRST[name]).startsWith('SAMPLE-')),
  );
  if (standing !== (how === 'remove')) return null;
  let { sheets } = world;
  for (const name of SHEETS)
    sheets =
      how === 'add'
        ? added(sheets, name, ROWS[name])
        : without(sheets, name, (row) => cell(row, FIRST[name]).startsWith('SAMPLE-'));
  return { ...world, sheets };
}
