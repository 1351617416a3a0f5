import { listCodes } from '../../../src/domain/codes/list-codes.ts';
import { usedInNote, usedInOf, usedInText } from '../../../src/domain/codes/used-in.ts';
import { whereUsed } from '../../../src/domain/codes/where-used.ts';
import { findUsage } from '../../../src/domain/usage.ts';
import { book } from './book.ts';

const workbook = book({
  codes: [
    { code: 'FIRE', description: 'Fire safety' },
    { code: 'LIFT' },
    { code: '' },
    { code: 'NONE', description: 'lift later' },
  ],
  content: [
    { type: 'Course', objectId: '1', title: 'Fire basics', code: 'FIRE', owner: 'alex' },
    { type: 'Course', objectId: '2', title: 'More fire', code: 'fire' },
    { type: 'Quiz', objectId: '1', title: 'Fire and lifts', code: 'FIRE' },
  ],
  paths: [
    { pathId: 'P1', step: '', title: 'Start', code: 'LIFT' },
    { pathId: 'P1', step: 2, title: 'Burn', code: 'FIRE' },
  ],
  records: [
    ...Array.from({ length: 1_200 }, (_, i) => ({
      name: `person${i % 40}`,
      title: 'Fire',
      completionDate: '2025-01-01',
      code: 'FIRE',
    })),
    { name: 'Person1', code: 'FIRE' },
  ],
});
const usage = findUsage(workbook);

describe('where a code is used', () => {
  const fire = () => whereUsed(workbook, usage, 'fire');

  test('by kind, in order, counted whole, the first places spelled out with their rows', () => {
    const found = fire();
    expect(found.kinds.map(({ kind, count, places }) => [kind, count, places.length])).toEqual([
      ['course', 2, 2],
      ['quiz', 1, 1],
      ['step', 1, 1],
      ['record', 1_201, 3],
    ]);
    expect(found.kinds[0]?.places[0]).toEqual({
      sheet: 'content',
      row: 2,
      title: 'Fire basics',
      detail: 'Course 1 · alex',
    });
    expect(found.kinds[2]?.places[0]).toEqual({
      sheet: 'paths',
      row: 3,
      title: 'Burn',
      detail: 'Path P1, step 2',
    });
    expect(found.kinds[3]?.places[0]).toEqual({
      sheet: 'records',
      row: 2,
      title: 'person0',
      detail: 'Fire · 2025-01-01',
    });
  });

  test('with its Codes row, description, total and different people', () => {
    expect(fire()).toMatchObject({
      code: 'FIRE',
      description: 'Fire safety',
      row: 2,
      total: 1_205,
      people: 40,
    });
  });

  test('a code that Codes does not have is used all the same', () => {
    const stray = book({ content: [{ type: 'Course', code: 'STRAY' }] });
    expect(whereUsed(stray, findUsage(stray), 'STRAY')).toMatchObject({ code: 'STRAY', row: null, total: 1 });
  });

  test('all places on demand', () => {
    expect(whereUsed(workbook, usage, 'FIRE', Number.POSITIVE_INFINITY).kinds[3]?.places).toHaveLength(1_201);
  });
});

describe('the list of codes', () => {
  const codes = (given?: Parameters<typeof listCodes>[2]) =>
    listCodes(workbook, usage, given).map(({ code }) => code);

  test('in the order of the sheet, blank rows left out, with counts', () => {
    expect(codes()).toEqual(['FIRE', 'LIFT', 'NONE']);
    expect(listCodes(workbook, usage)[0]).toEqual({
      code: 'FIRE',
      description: 'Fire safety',
      row: 2,
      uses: { content: 3, paths: 0, steps: 1, records: 1_201 },
      total: 1_205,
    });
  });

  test('filtered to used and unused', () => {
    expect(codes({ filter: 'used' })).toEqual(['FIRE', 'LIFT']);
    expect(codes({ filter: 'unused' })).toEqual(['NONE']);
  });

  test('searched in code and description first, then in titles of content', () => {
    expect(codes({ search: ' LIFT' })).toEqual(['LIFT', 'NONE', 'FIRE']);
    expect(codes({ search: 'safety' })).toEqual(['FIRE']);
    expect(codes({ search: 'zzz' })).toEqual([]);
  });
});

describe('Used In', () => {
  test('counts by kind, one and many', () => {
    expect(usedInText(workbook, usage.of('FIRE'))).toBe('2 courses · 1 quiz · 1 step · 1,201 records');
    expect(usedInText(workbook, usage.of('LIFT'))).toBe('1 path');
    expect(usedInText(workbook, usage.of('NONE'))).toBe('Not used');
  });

  test('the note names the places of every kind, people instead of records, and its time', () => {
    const note = usedInNote(workbook, usage.of('FIRE'), '2026-03-01 14:05');
    expect(note.split('\n')).toEqual([
      '2 courses: Fire basics (Course 1 · alex), More fire (Course 2)',
      '1 quiz: Fire and lifts (Quiz 1)',
      '1 step: Burn (Path P1, step 2)',
      expect.stringMatching(/^1,201 records of 40 people: person0, person1, .* …and \d+ more$/),
      'Checked 2026-03-01 14:05',
    ]);
    expect(usedInNote(workbook, usage.of('NONE'), 'now')).toBe('Not used\nChecked now');
  });

  test('every row of Codes has its own, a row without a code has none', () => {
    const all = usedInOf(workbook, usage, 'now');
    expect(all.map(({ text }) => text)).toEqual([
      usedInText(workbook, usage.of('FIRE')),
      '1 path',
      '',
      'Not used',
    ]);
    expect(all[2]).toEqual({ text: '', note: '' });
    expect(all[1]?.note).toBe('1 path: Start (Path P1)\nChecked now');
  });

  test('the note stays short whatever the number and length of places', () => {
    const long = book({
      content: ['Course', 'Quiz', 'Event', '?'].flatMap((type) =>
        Array.from({ length: 300 }, () => ({ type, objectId: '1', title: 'T'.repeat(5_000), code: 'A' })),
      ),
      paths: [
        { pathId: 'P', step: '', code: 'A' },
        { pathId: 'P', step: '1', code: 'A' },
      ],
      records: [{ name: 'N'.repeat(2_000), code: 'A' }],
    });
    const note = usedInNote(long, findUsage(long).of('A'), '2026-03-01 14:05');
    expect(note.length).toBeLessThanOrEqual(900);
    expect(note.split('\n')).toHaveLength(8);
  });
});
