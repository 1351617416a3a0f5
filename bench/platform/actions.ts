// Every action of the product on one workbook, one after the other as people would run them, each metered by itself.

import type { SampleSheets } from '../../playground/sample/rows.ts';
import type { ActionName, Input, Value } from '../../src/contract/api.ts';
import { openAs } from '../../test/support/product.ts';
import { headingsOf, makeSheets, TODAY, textRows } from '../data/training.ts';
import { bookOf } from './book.ts';
import { type Work, workOf } from './work.ts';

/** As many rows as one call of an import takes. Half of them change a record, half are new, and each half is a call. */
const CHUNK = 5_000;
export const IMPORT_PARTS = ['importRecords, changes', 'importRecords, new rows'] as const;

export interface ActionWork {
  /** Its name, with what was said where it was refused: near the limit of a file's cells some are. */
  readonly action: string;
  readonly work: Work;
}

/** A step that was refused ends there; the others go on. */
class RefusedStep extends Error {}

/** The first run of a kind makes the add-on's own sheets: it stands apart, as `first check` and so on. */
export async function measureActions(records: number): Promise<ActionWork[]> {
  const sheets = makeSheets(records);
  const person = await openAs(bookOf(sheets), {
    limit: Number.POSITIVE_INFINITY,
    now: () => Date.parse(`${TODAY}T09:00Z`),
  });
  const done: ActionWork[] = [];
  const get = <A extends ActionName>(name: A, input = {} as Input<A>, label: string = name): Value<A> => {
    const envelope = person.call(name, input);
    const work = workOf(person.host.last);
    if (!envelope.ok) {
      done.push({ action: `${label}: ${envelope.refusal.message}`, work });
      throw new RefusedStep();
    }
    done.push({ action: label, work });
    return envelope.value;
  };
  const step = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof RefusedStep)) throw error;
    }
  };
  const undo = (run: string, label: string): void => {
    const { basedOn } = get('previewUndo', { run }, `preview undo of ${label}`);
    get('undo', { run, basedOn }, `undo of ${label}`);
  };

  get('setUpSheets');
  get('overview');
  get('check', {}, 'first check');
  get('check');
  get('listCodes');
  get('whereUsed', { code: 'QC0007' });
  get('highlight', { on: true });
  get('addCode', { code: 'SPARE-1', description: 'Spare' }, 'first addCode');
  get('addCode', { code: 'SPARE-2', description: 'Spare' });
  get('protectCodes', { set: 'warning' });

  step(() => {
    const spelling = { fix: 'use-codes-spelling', rule: 'code-spelling' } as const;
    const fix = get('previewFix', spelling);
    get('fix', { ...spelling, basedOn: fix.basedOn });
  });

  step(() => {
    for (const [from, to, first] of [
      ['QC0008', 'NEW-8', 'first '],
      ['QC0007', 'NEW-7', ''],
    ] as const) {
      const preview = get('previewRename', { from, to }, `${first}previewRename`);
      const { run, checklist } = get('rename', { from, to, basedOn: preview.basedOn }, `${first}rename`);
      const [item] = checklist?.items ?? [];
      if (first !== '' || !item) continue;
      get('checklist', { run });
      get('tickChecklist', { run, item: item.item, done: true });
      undo(run, 'rename');
    }
  });
  step(() => {
    const merging = { from: 'QC0010', into: 'QC0011' };
    const merge = get('previewMerge', merging);
    undo(get('merge', { ...merging, basedOn: merge.basedOn }).run, 'merge');
  });
  step(() => {
    const spare = { code: 'SPARE-2' };
    const removal = get('previewDeleteCode', spare);
    get('deleteCode', { ...spare, basedOn: removal.basedOn });
  });

  step(() => {
    get('recordsTemplate');
    get('exportRecords', { which: 'code', code: 'QC0012' }, 'exportRecords of a code');
    get('exportRecords', { which: 'all' });
  });
  step(() => {
    for (const [word, first] of [
      ['revised', 'first '],
      ['checked', ''],
    ] as const) {
      const file = chunkOf(sheets, word);
      const planned = get('previewImport', file, `${first}previewImport`);
      let on: string | undefined = planned.basedOn;
      for (const part of IMPORT_PARTS) {
        if (on === undefined) break;
        const done: Value<'importRecords'> = get(
          'importRecords',
          { ...file, basedOn: on },
          `${first}${part}`,
        );
        on = done.basedOn;
      }
    }
  });

  step(() => {
    const flagging = get('previewFlagRecords', { code: 'QC0012' });
    get('flagRecords', { code: 'QC0012', basedOn: flagging.basedOn });
  });
  step(() => {
    for (const time of ['first ', 'second ', '']) {
      const { basedOn, count } = get('previewDeleteFlagged', {}, `${time}previewDeleteFlagged`);
      const { run } = get('deleteFlagged', { basedOn, confirm: String(count) }, `${time}deleteFlagged`);
      if (time !== '') undo(run, `${time}deleteFlagged`);
    }
  });

  step(() => {
    const view = get('progress');
    const [who] = view.people;
    const [path] = view.paths;
    if (who && path) get('progress', { path: path.pathId, person: who.name }, 'progress of a person');
    const lacking = view.paths.find(
      ({ pathId }) => person.call('previewAddPathRecords', { path: pathId }).ok,
    );
    if (lacking) {
      const adding = { path: lacking.pathId };
      const { basedOn } = get('previewAddPathRecords', adding);
      get('addPathRecords', { ...adding, basedOn });
    }
  });
  step(() => {
    get('makeReports');
  });
  get('activity');
  get('showCell', { sheet: 'records', row: records, field: 'name' });
  get('filterToCode', { sheet: 'records', code: 'QC0009' });
  return done;
}

/** The file of those rows. */
function chunkOf({ records }: SampleSheets, word: string): Input<'previewImport'> {
  const half = Math.min(CHUNK / 2, Math.floor(records.length / 2));
  const step = Math.floor(records.length / half);
  const rows = textRows('records', records)
    .filter((row, i) => i % step === 0 && row[1] !== '')
    .slice(0, half);
  const changed = rows.map((row) => row.with(4, `${row[4]} (${word})`));
  const added = rows.map((row) => row.with(0, '0').with(1, `${word}.${row[1]}`).with(9, ''));
  const all = [headingsOf('records'), ...changed, ...added];
  return { name: 'import.csv', rows: all, lines: all.map((_, i) => i + 1) };
}
