import { reportsOf } from '../../../src/domain/reports/index.ts';
import type { Workbook } from '../../../src/domain/workbook.ts';
import { book } from '../codes/book.ts';

const today = '2026-03-01';
const workbook = book({
  today,
  codes: [
    { code: 'FIRE', description: 'Fire safety', validForMonths: '12' },
    { code: ' LIFT', description: 'Lifting' },
    { code: '' },
    { code: ' START ', description: 'Starter' },
  ],
  content: [
    { objectId: ' 1 ', type: 'Course', title: ' Fire course ', code: 'FIRE' },
    { objectId: '1', type: 'Event', title: 'Lift day', code: 'LIFT' },
    { objectId: '', type: 'Quiz', title: 'No number', code: 'LIFT' },
    { objectId: '5', type: 'Film', title: '', code: '' },
  ],
  paths: [
    { pathId: 'P', step: '', title: 'Starter', code: 'START' },
    { pathId: 'P', step: '1', title: 'First', code: 'FIRE' },
    { pathId: 'P', step: '2', title: 'Second', code: 'LIFT' },
    { pathId: 'Q', step: '1', title: 'Only step', code: 'LIFT' },
  ],
  records: [
    { name: 'Al ', objectId: '1', title: 'old name', completionDate: '2025-02-28', code: 'FIRE' },
    { name: 'al', objectId: '1', completionDate: '2025-06-01', code: 'lift' },
    { name: 'bo', objectId: ' 0 ', title: 'Zeta', completionDate: '2025-03-20', code: 'fire' },
    { name: 'bo', objectId: '', title: ' Zeta ', completionDate: 'soon', code: 'FIRE' },
    { name: 'cy', objectId: ' 9 ', title: ' Beta', completionDate: '', code: '' },
    { name: 'cy', objectId: '9', title: ' Alpha ', completionDate: '2025-01-01', code: ' OTHER ' },
    { name: '', objectId: '1', title: 'nobody', completionDate: '2025-01-01', code: 'FIRE' },
    { name: 'dee', objectId: '5', title: 'Film night', completionDate: '2025-01-02', code: '' },
  ],
});
const deleted = [
  { name: 'al', objectId: '1', title: 'x', code: 'FIRE' },
  { name: ' ', objectId: '1', title: 'x', code: 'FIRE' },
];

const report = (name: string, of: Workbook = workbook, asOf = today) => {
  const found = reportsOf(of, deleted, asOf).find((each) => each.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

test('there are four reports, and one more for a day that is not today', () => {
  expect(reportsOf(workbook, [], today).map(({ name }) => name)).toStrictEqual([
    'Path Progress',
    'Training Record Report',
    'Course Activity Report',
    'Expiry Report',
  ]);
  expect(reportsOf(workbook, [], '2025-12-31').map(({ name }) => name)[4]).toBe('Held on 2025-12-31');
});

test('Path Progress counts people by path, and lists them with the day of each step', () => {
  const { about, tables, chart } = report('Path Progress');
  expect(about).toBe('People and steps of 2 learning paths, by the codes in their live records');
  expect(chart).toEqual({ title: 'People by path', series: 3, stacked: true });
  expect(tables[0]).toEqual({
    headings: ['Path', 'Finished', 'In progress', 'Not started'],
    rows: [
      ['Starter', 1, 1, 2],
      ['Q', 1, 0, 3],
    ],
    leads: { sheet: 'paths', rows: [2, 5] },
  });
  expect(tables[1]).toEqual({
    headings: ['Path', 'Person', 'State', 'Done', 'Steps', 'Step 1', 'Step 2'],
    rows: [
      ['Starter', 'Al', 'Finished', 2, 2, '2025-02-28 (expired)', '2025-06-01'],
      ['Starter', 'bo', 'In progress', 1, 2, '2025-03-20', ''],
      ['Starter', 'cy', 'Not started', 0, 2, '', ''],
      ['Starter', 'dee', 'Not started', 0, 2, '', ''],
      ['Q', 'Al', 'Finished', 1, 1, '2025-06-01', ''],
      ['Q', 'bo', 'Not started', 0, 1, '', ''],
      ['Q', 'cy', 'Not started', 0, 1, '', ''],
      ['Q', 'dee', 'Not started', 0, 1, '', ''],
    ],
  });
});

test('Path Progress and Expiry Report say which day they show, unless it is today', () => {
  const about = (name: string) => report(name, workbook, '2025-12-31').about;
  expect(about('Path Progress')).toMatch(/, by the codes in their live records on 2025-12-31$/);
  expect(about('Expiry Report')).toMatch(/ within 90 days, seen on 2025-12-31$/);
});

test('past 20,000 rows Path Progress lists only people who have started, and counts all', () => {
  const many = (people: number) =>
    book({
      today,
      paths: [{ pathId: 'P', step: '1', code: 'A' }],
      records: [
        { name: 'al', code: 'A', completionDate: today },
        ...Array.from({ length: people - 1 }, (_, i) => ({ name: `p${i}` })),
      ],
    });
  const long = report('Path Progress', many(20_001));
  expect(long.tables[0]?.rows).toEqual([['P', 1, 0, 20_000]]);
  expect(long.tables[1]?.rows).toEqual([['P', 'al', 'Finished', 1, 1, today]]);
  expect(long.about).toMatch(/; people who have not started are counted, not listed$/);
  expect(report('Path Progress', many(20_000)).tables[1]?.rows).toHaveLength(20_000);
});

test('Training Record Report tallies live records by code, the most first, and by person', () => {
  const { about, tables, chart } = report('Training Record Report');
  expect(about).toBe('Live training records, by person and by code');
  expect(chart).toEqual({ title: 'Records by code', series: 1, stacked: false });
  expect(tables[0]).toEqual({
    headings: ['Code', 'Records', 'People', 'Latest', 'Description'],
    rows: [
      ['FIRE', 4, 2, '2025-03-20', 'Fire safety'],
      ['LIFT', 1, 1, '2025-06-01', 'Lifting'],
      ['OTHER', 1, 1, '2025-01-01', ''],
    ],
    leads: { sheet: 'codes', rows: [2, 3, 0] },
  });
  expect(tables[1]).toEqual({
    headings: ['Person', 'Records', 'Codes', 'Latest'],
    rows: [
      ['Al', 2, 2, '2025-06-01'],
      ['bo', 2, 1, '2025-03-20'],
      ['cy', 2, 1, '2025-01-01'],
      ['dee', 1, 0, '2025-01-02'],
    ],
  });
});

test('the code with the most records comes first, wherever it was first written', () => {
  const records = ['A', 'B', 'B', 'C'].map((code, i) => ({ name: `p${i}`, code }));
  const [byCode] = report('Training Record Report', book({ records })).tables;
  expect(byCode?.rows.map(([code, count]) => [code, count])).toEqual([
    ['B', 2],
    ['A', 1],
    ['C', 1],
  ]);
});

test('Course Activity Report counts live and deleted records by the content that carries their code', () => {
  const { about, tables, chart } = report('Course Activity Report');
  expect(about).toBe('Live and deleted records together, by content');
  expect(chart).toEqual({ title: 'Completions by content', series: 1, stacked: false });
  expect(tables).toEqual([
    {
      headings: ['Title', 'Completions', 'Type', 'Object Id'],
      rows: [
        ['Alpha', 2, '', '9'],
        ['Fire course', 2, 'Course', '1'],
        ['Zeta', 2, '', ''],
        ['Film night', 1, '', '5'],
        ['Lift day', 1, 'Training Event', '1'],
      ],
      leads: { sheet: 'content', rows: [0, 2, 0, 5, 3] },
    },
  ]);
});

const activity = (given: Parameters<typeof book>[0], gone: typeof deleted = []) =>
  reportsOf(book(given), gone, today)[2]?.tables[0]?.rows;

describe('of contents with one title the number and then the type decide the order', () => {
  const contents = [
    { objectId: '1', type: 'Course', title: 'Same', code: 'A' },
    { objectId: '2', type: 'Course', title: 'Same', code: 'B' },
    { objectId: '2', type: 'Quiz', title: 'Same', code: 'C' },
  ];
  const records = contents.map(({ objectId, code }) => ({ name: 'al', objectId, code }));
  test.each([
    ['first to last', records],
    ['last to first', [...records].reverse()],
  ])('with the records %s', (_, all) => {
    expect(activity({ content: contents, records: all })).toEqual([
      ['Same', 1, 'Course', '1'],
      ['Same', 1, 'Course', '2'],
      ['Same', 1, 'Quiz', '2'],
    ]);
  });
});

test('content that stands twice is told by its first row, whichever record comes first', () => {
  const content = [
    { objectId: '3', type: 'Course', title: 'One', code: 'A' },
    { objectId: '3', type: 'Course', title: 'Two', code: 'B' },
  ];
  const records = content.map(({ objectId, code }) => ({ name: 'al', objectId, code }));
  for (const all of [records, [...records].reverse()])
    expect(activity({ content, records: all })).toEqual([['One', 2, 'Course', '3']]);
});

test('records without a number are told apart by their titles', () => {
  const records = [
    { name: 'al', title: 'Talk' },
    { name: 'bo', title: 'Visit' },
    { name: 'bo', title: 'Talk', objectId: '0' },
  ];
  expect(activity({ records })).toEqual([
    ['Talk', 2, '', ''],
    ['Visit', 1, '', ''],
  ]);
});

test('deleting a record changes nothing in the Course Activity Report', () => {
  const rows = (records: object[], gone: typeof deleted) => activity({ records }, gone);
  const one = { name: 'a', objectId: '9', title: 'Beta', code: '' };
  const other = { name: 'b', objectId: '9', title: 'Alpha', code: '' };
  expect(rows([one, other], [])).toEqual(rows([one], [other]));
  expect(rows([one, other], [])).toEqual(rows([other], [one]));
});

test('a rename moves no completion to other content of that number, before the content follows it and after', () => {
  const gone = deleted.slice(0, 1).map((one) => ({ ...one, objectId: '1', code: 'A' }));
  const formerCodes = [
    { code: 'A', now: 'B', when: '' },
    { code: 'B', now: 'C', when: '' },
    { code: 'Q', now: '', when: '' },
  ];
  const records = ['A', 'B', 'C', 'c'].map((code) => ({ name: 'al', objectId: '1', code }));
  for (const code of ['A', 'B', 'C']) {
    const content = [
      { objectId: '1', type: 'Quiz', title: 'Questions', code: 'Z' },
      { objectId: '1', type: 'Course', title: 'Lessons', code },
      { objectId: '1', type: 'Training Event', title: 'No code', code: '' },
    ];
    expect(activity({ content, records, formerCodes }, gone)).toEqual([['Lessons', 5, 'Course', '1']]);
  }
});

test('Expiry Report counts each window with those within it, and lists who runs out when', () => {
  const records = [
    ['al', '2025-02-28'],
    ['bo', '2025-03-15'],
    ['cy', '2025-04-15'],
    ['dee', '2025-05-15'],
    ['eve', '2025-12-31'],
  ].map(([name, completionDate]) => ({
    name: name ?? '',
    code: 'FIRE',
    completionDate: completionDate ?? '',
  }));
  const { about, tables, chart } = report('Expiry Report', {
    ...workbook,
    records: book({ records }).records,
  });
  expect(about).toBe('Records that have expired or will within 90 days');
  expect(chart).toEqual({ title: 'Expiry', series: 1, stacked: false });
  expect(tables).toEqual([
    {
      headings: ['State', 'Records'],
      rows: [
        ['Expired', 1],
        ['Within 30 days', 1],
        ['Within 60 days', 2],
        ['Within 90 days', 3],
      ],
    },
    {
      leads: { sheet: 'records', rows: [2, 3, 4, 5] },
      headings: ['Person', 'Code', 'Completed', 'Valid until', 'State'],
      rows: [
        ['al', 'FIRE', '2025-02-28', '2026-02-28', 'Expired'],
        ['bo', 'FIRE', '2025-03-15', '2026-03-15', 'Within 30 days'],
        ['cy', 'FIRE', '2025-04-15', '2026-04-15', 'Within 60 days'],
        ['dee', 'FIRE', '2025-05-15', '2026-05-15', 'Within 90 days'],
      ],
    },
  ]);
});

test('what was held on a day stands by code, as the Codes sheet writes it', () => {
  const held = report('Held on 2025-05-31', workbook, '2025-05-31');
  expect(held.about).toBe('Who held which code on 2025-05-31');
  expect(held.chart).toBeNull();
  expect(held.tables).toEqual([
    {
      headings: ['Person', 'Code', 'Completed', 'Valid for'],
      rows: [
        ['Al', 'FIRE', '2025-02-28', '12 months'],
        ['bo', 'FIRE', '2025-03-20', '12 months'],
      ],
    },
  ]);
  const later = report('Held on 2025-12-31', workbook, '2025-12-31');
  expect(later.tables[0]?.rows[2]).toEqual(['Al', 'LIFT', '2025-06-01', '']);
});

test('a code that stands twice in Codes is held once', () => {
  const of = book({
    today,
    codes: [{ code: ' FIRE ' }, { code: 'fire' }, { code: '' }],
    records: [{ name: 'al', code: 'FIRE', completionDate: '2025-01-01' }],
  });
  expect(report('Held on 2025-05-31', of, '2025-05-31').tables[0]?.rows).toEqual([
    ['al', 'FIRE', '2025-01-01', ''],
  ]);
});
