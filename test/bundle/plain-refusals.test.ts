import { sampleBook } from '../../playground/sample/make-sample.ts';
import { cellsOf, openAs } from '../support/product.ts';
import { book, type Rows } from '../support/small-book.ts';

const rows: Rows = {
  Codes: [
    ['CPR', 'Resuscitation'],
    ['UNUSED', 'Nobody'],
  ],
  Content: [['1', 'Course', 'First', 'Yes', 'cpr', 'ann']],
  Paths: [
    ['P', '', 'Path', 'UNUSED-P'],
    ['P', '1', 'Step', 'CPR'],
  ],
  Records: [['1', 'bob', 'Training Record', '1', 'First', '', '2025-01-05', '', 'CPR', '']],
};

test('a used code is refused with the LMS’s sentence first, how often it is used and the way on', async () => {
  const person = await openAs(book(rows));
  const { basedOn } = person.get('previewDeleteCode', { code: 'CPR' });
  expect(person.refusal('deleteCode', { code: 'CPR', basedOn })).toBe(
    'Unable to delete this qualification code as it is used elsewhere in the system: 1 content, 1 step, 1 record. ' +
      'See where it is used. Nothing was changed.',
  );
});

test('no code at all is said as that', async () => {
  const person = await openAs(book(rows));
  const none = 'Type a code.';
  expect(person.refusal('whereUsed', { code: ' ' })).toBe(none);
  expect(person.refusal('previewRename', { from: '\u200b', to: 'X' })).toBe(none);
  expect(person.refusal('previewMerge', { from: 'CPR', into: '' })).toBe(none);
  expect(person.refusal('previewDeleteCode', { code: '' })).toBe(none);
});

test.each<[input: object, words: string]>([
  [{}, 'from is missing'],
  [{ from: 'CPR', to: 'X' }, 'basedOn is missing'],
  [{ from: 1, to: 'X', basedOn: '' }, 'from must be a string'],
  [{ from: 'CPR', to: 'X'.repeat(50_001), basedOn: '' }, 'to is larger than 50000'],
])('an input that does not fit names what is wrong: %#', async (input, words) => {
  const person = await openAs(book(rows));
  expect(person.refusal('rename', input as never)).toContain(`(${words})`);
});

test('an added code brings its warnings, and the reason for taking a former one back stands in Activity', async () => {
  const person = await openAs(book(rows));
  expect(person.get('addCode', { code: 'UNU5ED-0' }).verdict.warnings).toEqual([]);
  expect(person.get('addCode', { code: 'UNU5ED-O' }).verdict.warnings).toEqual([
    'Looks like UNU5ED-0 (Codes row 4).',
  ]);
  const { basedOn } = person.get('previewDeleteCode', { code: 'UNUSED' });
  person.get('deleteCode', { code: 'UNUSED', basedOn });
  expect(person.refusal('addCode', { code: 'unused' })).toContain('Say why it should come back.');
  person.get('addCode', { code: 'unused', reason: 'the course is back' });
  expect(person.get('activity').runs[0]?.what).toBe('Added the code unused again: the course is back');
});

test('the preview of a dropped row names the row', async () => {
  const [record = []] = rows.Records ?? [];
  const person = await openAs(book({ ...rows, Records: [record, record] }));
  const drop = { fix: 'drop-copied-row', rule: 'record-id-duplicate' } as const;
  expect(person.get('previewFix', drop).summary).toContain('Leaves: Records row 3.');
});

test('a formula in a cell that would be changed is never written over: the refusal names its row', async () => {
  const made = book({
    ...rows,
    Paths: [
      ['P', '', 'Path', 'UNUSED-P'],
      ['P', '1', 'Step', 'CPR'],
      ['P', '3', 'Step', 'cpr'],
    ],
  });
  const paths = made.sheets.find((sheet) => sheet.name === 'Paths');
  for (const [at, column] of [
    [2, 3],
    [3, 1],
    [3, 3],
  ] as const) {
    const row = paths?.rows[at];
    if (row) row.formulas = { ...row.formulas, [column]: '=A1' };
  }
  const person = await openAs(made);
  const before = JSON.stringify(made);
  const words = 'Paths row 3 holds a formula where a value is needed. Replace it by its value first.';
  expect(person.refusal('previewRename', { from: 'CPR', to: 'CPR-2' })).toBe(words);
  expect(person.refusal('previewMerge', { from: 'CPR', into: 'UNUSED' })).toBe(words);
  const below = words.replace('row 3', 'row 4');
  expect(person.refusal('previewFix', { fix: 'use-codes-spelling', rule: 'code-spelling' })).toBe(below);
  expect(person.refusal('previewFix', { fix: 'renumber-steps', rule: 'step-gap' })).toBe(below);
  expect(JSON.stringify(made)).toBe(before);
});

test('a rename that leaves the records says how many keep the old code', async () => {
  const person = await openAs(book(rows));
  const { summary } = person.get('previewRename', { from: 'CPR', to: 'CPR-2', records: false });
  expect(summary).toContain(
    'Left as it is in 1 record: the old code, which counts while the checklist is open.',
  );
});

test('why a step is not done is asked of people who stand in Records', async () => {
  const person = await openAs(book(rows));
  expect(person.get('progress', { path: 'P', person: ' BOB ' }).why).toHaveLength(1);
  expect(person.refusal('progress', { path: 'P', person: 'nobody' })).toBe(
    'Nobody called nobody stands in Records.',
  );
});

test('a run all of which was changed again is not undone, and stays to be undone once the later one is', async () => {
  const made = book(rows);
  const person = await openAs(made);
  const renamed = (from: string, to: string) => {
    const { run, checklist } = person.get('rename', {
      from,
      to,
      basedOn: person.get('previewRename', { from, to }).basedOn,
    });
    for (const { item } of checklist?.items ?? []) person.get('tickChecklist', { run, item, done: true });
    return run;
  };
  const undo = (run: string) =>
    person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
  const before = ['Codes', 'Content', 'Paths', 'Records'].map((name) => cellsOf(made, name));
  const [first, second] = [renamed('CPR', 'CPR-2'), renamed('CPR-2', 'CPR-3')];
  expect(person.refusal('previewUndo', { run: first })).toBe(
    'There is nothing to undo any more. Records row 2, Qualification Code: somebody changed it since; it says “CPR-3” now.',
  );
  undo(second);
  undo(first);
  expect(['Codes', 'Content', 'Paths', 'Records'].map((name) => cellsOf(made, name))).toEqual(before);
});

test.each(['__proto__', 'constructor', 'nothing'])('a field named %s shows the row', async (field) => {
  const person = await openAs(book(rows));
  expect(person.get('showCell', { sheet: 'records', row: 2, field }).shown).toBe('Records row 2');
});

test('a filter says how many rows it shows, one of them in the singular', async () => {
  const person = await openAs(book(rows));
  expect(person.get('filterToCode', { sheet: 'codes', code: 'CPR' }).message).toMatch(/^Codes shows 1 row\./);
});

test('a place that a filter hides is shown with a word about why nobody sees it', async () => {
  const { book } = sampleBook();
  const person = await openAs(book);
  person.get('filterToCode', { sheet: 'codes', code: 'CPR' });
  const codes = book.sheets.find(({ name }) => name === 'Codes');
  const seen = (codes?.rows.findIndex((row) => row?.values[0] === 'CPR') ?? 0) + 1;
  person.get('showCell', { sheet: 'codes', row: seen });
  expect(person.host.ui.toasts).toEqual([]);
  person.get('showCell', { sheet: 'codes', row: seen === 2 ? 3 : 2 });
  expect(person.host.ui.toasts[0]?.message).toMatch(
    /^Codes row \d is hidden\. Remove the filter, or show hidden rows/,
  );
});
