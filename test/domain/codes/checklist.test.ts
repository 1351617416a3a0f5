import { checklistState, ownerMessages, planTick } from '../../../src/domain/codes/checklist.ts';
import { planRename } from '../../../src/domain/codes/rename.ts';
import { applyToTables, book } from './book.ts';

const content = (...codes: string[]) =>
  book({
    codes: [{ code: 'A' }],
    content: codes.map((code, i) => ({
      objectId: String(100 + i),
      type: 'Course',
      title: `Course ${i}`,
      code,
    })),
  });
const item = (objectId: string, over = {}) => ({
  from: 'A',
  to: 'B',
  type: 'Course',
  objectId,
  title: `Course ${Number(objectId) - 100}`,
  ...over,
});

function ticked(of: ReturnType<typeof book>, which: ReturnType<typeof item>, done = true) {
  const planned = planTick(of, which, done);
  if (!planned.ok) throw new Error(planned.refusal.reason);
  return planned;
}

describe('ticking an item', () => {
  test('sets the new code on that content and no other', () => {
    const after = applyToTables(content('A', 'A'), ticked(content('A', 'A'), item('101')).plan);
    expect(after.content.cells.code).toEqual(['A', 'B']);
  });

  test('unticking puts the old writing back', () => {
    const after = applyToTables(content('B'), ticked(content('B'), item('100', { from: ' a' }), false).plan);
    expect(after.content.cells.code).toEqual([' a']);
  });

  test('what is ticked already has nothing to do', () => {
    expect(ticked(content('b'), item('100')).plan.edits).toEqual([]);
  });

  test.each([
    ['C', 'other'],
    ['', 'blank'],
  ])('a cell that holds %j is somebody’s own work and stays', (code, note) => {
    const { plan, state } = ticked(content(code), item('100'));
    expect(plan.edits).toEqual([]);
    expect(state).toEqual({ state: 'note', note, row: 2, now: code });
  });

  test('an item whose content is gone is refused', () => {
    expect(planTick(content('A'), item('999', { title: 'Fire' }), true)).toEqual({
      ok: false,
      refusal: { reason: 'no-such-item', args: { item: 'Course 999 Fire' } },
    });
    expect(planTick(content('A'), item('999', { title: '' }), true)).toMatchObject({
      refusal: { args: { item: 'Course 999' } },
    });
  });

  test('a course and a quiz may share an object id', () => {
    const both = book({
      content: [
        { objectId: '100', type: 'Quiz', code: 'A' },
        { objectId: '100', type: 'course', code: 'A' },
      ],
    });
    expect(applyToTables(both, ticked(both, item('100')).plan).content.cells.code).toEqual(['A', 'B']);
  });

  test('content without object id is found by its title, Event and Training Event being one type', () => {
    const events = book({
      content: [
        { type: 'Training Event', title: 'Day 1', code: 'A' },
        { type: 'Training Event', title: 'Day 2', code: 'A' },
      ],
    });
    const day2 = item('', { type: 'Event', title: 'Day 2' });
    expect(applyToTables(events, ticked(events, day2).plan).content.cells.code).toEqual(['A', 'B']);
  });

  test('a formula in the code cell is not overwritten', () => {
    const plain = content('A');
    const of = {
      ...plain,
      content: { ...plain.content, formulas: [{ row: 2, field: 'code', formula: '=X1' } as const] },
    };
    expect(planTick(of, item('100'), true)).toMatchObject({ refusal: { reason: 'formula-in-the-way' } });
  });
});

describe('the checklist ticks itself', () => {
  test('by what the Content sheet says now, wherever the row stands', () => {
    const states = checklistState(
      content('A', ' b ', 'C', ''),
      ['100', '101', '102', '103', '999'].map((id) => item(id)),
    );
    expect(states).toEqual([
      { state: 'open', note: null, row: 2, now: 'A' },
      { state: 'done', note: null, row: 3, now: ' b ' },
      { state: 'note', note: 'other', row: 4, now: 'C' },
      { state: 'note', note: 'blank', row: 5, now: '' },
      { state: 'note', note: 'gone', row: 0, now: '' },
    ]);
  });

  test('an item is open again when its old code comes back', () => {
    expect(checklistState(content('B'), [item('100')])[0]?.state).toBe('done');
    expect(checklistState(content('a'), [item('100')])[0]?.state).toBe('open');
  });

  test('between two writings of one code only the exact new one is done', () => {
    const respelt = item('100', { from: 'fire', to: 'FIRE' });
    expect(
      ['fire', 'Fire', 'FIRE'].map((code) => checklistState(content(code), [respelt])[0]?.state),
    ).toEqual(['open', 'open', 'done']);
  });

  test.each([
    [['B', 'A'], { state: 'open', note: null, row: 3, now: 'A' }],
    [['A', 'B'], { state: 'open', note: null, row: 2, now: 'A' }],
    [['a', 'A'], { state: 'open', note: null, row: 2, now: 'a' }],
    [['C', 'b', 'B'], { state: 'done', note: null, row: 3, now: 'b' }],
    [['', 'C'], { state: 'note', note: 'other', row: 3, now: 'C' }],
  ])('content that stands several times, with %j: any open row, then any done one tells', (codes, state) => {
    const often = book({ content: codes.map((code) => ({ objectId: '1', type: 'Course', code })) });
    expect(checklistState(often, [item('1')])).toEqual([state]);
  });

  test('a type of people’s own is the same in another case and with spaces around it', () => {
    const own = book({ content: [{ objectId: '1', type: ' Webinar', code: 'B' }] });
    expect(checklistState(own, [item('1', { type: 'webinar ' })])[0]?.state).toBe('done');
    expect(checklistState(own, [item('1', { type: 'web' })])[0]?.note).toBe('gone');
  });

  test('an item that names nothing is gone: no row below the last one stands for it', () => {
    const nothing = item('', { type: '', title: '' });
    expect(checklistState(content('A'), [nothing])[0]?.note).toBe('gone');
  });

  test('a rename with every item ticked leaves no cell with the old code', () => {
    const before = content('A', 'a', 'A ');
    const planned = planRename(before, { from: 'A', to: 'B' });
    if (!planned.ok) throw new Error(planned.refusal.reason);
    let now = applyToTables(before, planned.plan);
    for (const entry of planned.plan.checklist ?? []) now = applyToTables(now, ticked(now, entry).plan);
    expect(now.content.cells.code).toEqual(['B', 'B', 'B']);
    for (const entry of planned.plan.checklist ?? [])
      now = applyToTables(now, ticked(now, entry, false).plan);
    expect(now.content.cells.code).toEqual(before.content.cells.code);
  });
});

describe('messages to owners', () => {
  const given = [
    { ...item('100'), owner: 'alex', done: false },
    { ...item('101'), owner: 'sam', done: true },
    { ...item('102'), owner: ' Alex', done: false },
    { ...item('', { title: '', type: 'Quiz' }), owner: '', done: false },
  ];

  test('one per owner of open items, each item named with both codes', () => {
    const [alex, nobody, ...rest] = ownerMessages(given);
    expect(rest).toEqual([]);
    expect(alex).toMatchObject({ owner: 'alex', open: 2 });
    expect(alex?.message).toBe(
      [
        'Hello alex,',
        '',
        'please change the qualification code of these 2 items in the LMS:',
        '',
        '- Course 100, Course 0: A → B',
        '- Course 102, Course 2: A → B',
        '',
        'Thank you.',
      ].join('\n'),
    );
    expect(nobody).toMatchObject({ owner: '', open: 1 });
    expect(nobody?.message).toMatch(/^Hello,\n/);
    expect(nobody?.message).toContain('this item');
    expect(nobody?.message).toContain('- Quiz: A → B');
  });
});
