// Undo in sheets that other programs wrote: texts in columns of dates and flags, dropdowns that refuse what is not listed.
import type { RowModel } from '../../playground/sheets/model.ts';
import { cellsOf, openAs, type Person } from '../support/product.ts';
import { book } from '../support/small-book.ts';

const HEAD = ['Training Record', '', 'T', ''] as const;

function rowOf(id: string, date: string | number, code: string, flag: string | number | boolean) {
  return [id, `p${id}`, ...HEAD, date, '', code, flag];
}

/** As Excel keeps them: texts in ordinary cells, dates in cells of a format of their own. */
function ordinary(row: RowModel | undefined): void {
  if (row) row.formats = typeof row.values[6] === 'number' ? { 6: 'dd/mm/yyyy' } : {};
}

function undone(person: Person, { run }: { run: string }): void {
  const preview = person.get('previewUndo', { run });
  expect(preview.kept).toEqual([]);
  person.get('undo', { run, basedOn: preview.basedOn });
}

test('a date and a flag that were text are text again', async () => {
  const made = book({
    Codes: [['CPR', 'First aid']],
    Records: [
      rowOf('1', '2025/3/14', 'CPR', '0'),
      rowOf('2', '2025-03-14 10:00', 'CPR', 'FALSE'),
      rowOf('3', 45_730, 'CPR', false),
      rowOf('4', '2025-03-14', 'CPR', 0),
    ],
  });
  for (const row of made.sheets[3]?.rows ?? []) ordinary(row);
  const before = cellsOf(made, 'Records');
  const person = await openAs(made);
  const fix = { fix: 'write-iso-date', rule: 'record-date-invalid' } as const;
  undone(person, person.get('fix', { ...fix, basedOn: person.get('previewFix', fix).basedOn }));
  expect(cellsOf(made, 'Records')).toEqual(before);
  const flag = { code: 'CPR' };
  undone(
    person,
    person.get('flagRecords', { ...flag, basedOn: person.get('previewFlagRecords', flag).basedOn }),
  );
  expect(cellsOf(made, 'Records')).toEqual(before);
  expect(made.sheets[3]?.rows[3]?.formats?.[6]).toBe('dd/mm/yyyy');
});

test('a code is back in Codes before cells that take only codes from there', async () => {
  const made = book({
    Codes: [
      ['CPR', 'First aid'],
      ['FIRE', 'Fire safety'],
    ],
    Records: [rowOf('1', '2025-03-14', 'CPR', ''), rowOf('2', '2025-03-14', 'FIRE', '')],
  });
  const [codes, , , records] = made.sheets;
  const only = {
    criteria: 'VALUE_IN_RANGE',
    args: [{ sheet: codes?.id ?? 0, a1: 'A2:A99' }, true],
    allowInvalid: false,
  };
  for (const row of records?.rows.slice(1) ?? []) if (row) row.validations = { 8: only };
  const codesThere = () => cellsOf(made, 'Codes').map(([code, description]) => [code, description]);
  const before = [codesThere(), cellsOf(made, 'Records')];
  const person = await openAs(made);
  const merge = { from: 'CPR', into: 'FIRE', keep: 'both' } as const;
  undone(person, person.get('merge', { ...merge, basedOn: person.get('previewMerge', merge).basedOn }));
  expect([codesThere(), cellsOf(made, 'Records')]).toEqual(before);
  const file = {
    name: 'f.csv',
    rows: [
      ['Record Id', 'Qualification Code'],
      ['1', 'NEW'],
    ],
    addCodes: ['NEW'],
  };
  undone(
    person,
    person.get('importRecords', { ...file, basedOn: person.get('previewImport', file).basedOn }),
  );
  expect([codesThere(), cellsOf(made, 'Records')]).toEqual(before);
});

test('a deleted record’s date comes back in the format of its neighbours', async () => {
  const made = book({
    Codes: [['CPR', 'First aid']],
    Records: [rowOf('1', 45_730, 'CPR', ''), rowOf('2', 45_731, 'CPR', '1'), rowOf('3', 45_732, 'CPR', '')],
  });
  for (const row of made.sheets[3]?.rows.slice(1) ?? []) ordinary(row);
  const before = cellsOf(made, 'Records');
  const person = await openAs(made);
  const { basedOn } = person.get('previewDeleteFlagged');
  undone(person, person.get('deleteFlagged', { basedOn, confirm: 1 }));
  expect(cellsOf(made, 'Records')).toEqual(before);
  expect(made.sheets[3]?.rows.slice(1, 4).map((row) => row?.formats?.[6])).toEqual([
    'dd/mm/yyyy',
    'dd/mm/yyyy',
    'dd/mm/yyyy',
  ]);
});
