// Sheets whose data validation rejects: rules of people's own, laid before the add-on came or after the rows.
import type { BookModel, ValidationModel } from '../../playground/sheets/model.ts';
import { cellsOf, openAs } from '../support/product.ts';
import { book } from '../support/small-book.ts';

const only = (...choices: string[]): ValidationModel => ({
  criteria: 'VALUE_IN_LIST',
  args: [choices, true],
  allowInvalid: false,
});
const RENAME = { from: 'CPR', to: 'CPR-2' };
const BOX: ValidationModel = { criteria: 'CHECKBOX', args: [], allowInvalid: false };

function made(sheet: number, column: number, rule: ValidationModel, flags = ['', '1']): BookModel {
  const whole = book({
    Codes: [['CPR', 'First aid']],
    Content: [['7', 'Course', 'First aid', 'Yes', 'CPR', 'ann']],
    Records: flags.map((flag, i) => [
      `${i + 1}`,
      'bob',
      'Training Record',
      '7',
      '',
      '',
      `2025-01-0${i + 1}`,
      '',
      'CPR',
      flag,
    ]),
  });
  const rows = whole.sheets[sheet]?.rows ?? [];
  for (let i = 1; i < 9; i++) rows[i] = { values: [], ...rows[i], validations: { [column]: rule } };
  return whole;
}

test('what a rule rejects is told by sheet and heading, and nothing is changed', async () => {
  const person = await openAs(made(3, 2, only('Training Record')));
  const file = {
    name: 'f.csv',
    rows: [
      ['Record Id', 'Record Type'],
      ['1', 'E-learning'],
    ],
  };
  const { basedOn } = person.get('previewImport', file);
  expect(person.refusal('importRecords', { ...file, basedOn })).toBe(
    'Data validation of Records rejects values in Record Type. Let it show a warning, then try again. ' +
      'Nothing was changed.',
  );
  expect(person.get('activity').runs).toEqual([]);
});

test('a rename that stops at a rule says so, and continues once the rule warns', async () => {
  const rule = { ...only('CPR') };
  const whole = made(3, 8, rule);
  const person = await openAs(whole);
  const { basedOn } = person.get('previewRename', RENAME);
  expect(person.refusal('rename', { ...RENAME, basedOn })).toBe(
    'Data validation of Records rejects values in Qualification Code. Let it show a warning. ' +
      'The run stopped part of the way: Overview shows it with Continue and Undo.',
  );
  rule.allowInvalid = true;
  const [stopped] = person.get('activity').runs;
  person.get('continueRun', { run: stopped?.run ?? '' });
  expect(
    cellsOf(whole, 'Records')
      .slice(1)
      .map((row) => row[8]),
  ).toEqual(['CPR-2', 'CPR-2']);
});

test('a deleted row that a later rule rejects comes back once the rule warns', async () => {
  const rule = { ...only('E-learning') };
  const whole = made(3, 2, rule, ['1', '']);
  const before = cellsOf(whole, 'Records');
  const person = await openAs(whole);
  const { basedOn } = person.get('previewDeleteFlagged');
  const { run } = person.get('deleteFlagged', { basedOn, confirm: 1 });
  const undo = { run, basedOn: person.get('previewUndo', { run }).basedOn };
  expect(person.refusal('undo', undo)).toContain('Records rejects values in Record Type.');
  rule.allowInvalid = true;
  person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
  expect(cellsOf(whole, 'Records')).toEqual(before);
});

test('a checklist item that Content does not take says why; ticked in the sheet it stops no check', async () => {
  const whole = made(1, 4, only('CPR'));
  const person = await openAs(whole);
  const { basedOn } = person.get('previewRename', RENAME);
  const { run } = person.get('rename', { ...RENAME, basedOn });
  const [item] = person.get('checklist', { run }).items;
  expect(person.refusal('tickChecklist', { run, item: item?.item ?? '', done: true })).toContain(
    'Content rejects values in Qualification Code.',
  );
  const line = whole.sheets.find(({ name }) => name === 'Rename Checklist')?.rows[1];
  if (line) line.values = [true, ...line.values.slice(1)];
  expect(person.get('check')).toMatchObject({ errors: 0 });
  expect(person.get('checklist', { run }).done).toBe(0);
  expect(line?.values[0]).toBe(true);
});

test('boxes of people’s own are ticked, by a flag and by an import, and undone', async () => {
  const whole = made(3, 9, BOX, ['FALSE', 'FALSE']);
  for (const row of whole.sheets[3]?.rows.slice(1) ?? [])
    if (row) row.values = [...row.values.slice(0, 9), false];
  const flags = () =>
    cellsOf(whole, 'Records')
      .slice(1)
      .map((row) => row[9]);
  const person = await openAs(whole);
  const undone = (run: string) =>
    person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
  const flag = { code: 'CPR' };
  const { run } = person.get('flagRecords', {
    ...flag,
    basedOn: person.get('previewFlagRecords', flag).basedOn,
  });
  expect(flags()).toEqual([true, true]);
  undone(run);
  expect(flags()).toEqual([false, false]);
  const file = {
    name: 'f.csv',
    rows: [
      ['Record Id', 'Delete?'],
      ['2', '1'],
    ],
  };
  const { counts, basedOn } = person.get('previewImport', file);
  expect(counts).toMatchObject({ updated: 1, flagged: 1 });
  const imported = person.get('importRecords', { ...file, basedOn });
  expect(flags()).toEqual([false, true]);
  expect(person.get('previewImport', file).counts).toMatchObject({ updated: 0, same: 1 });
  undone(imported.run);
  expect(flags()).toEqual([false, false]);
});
