import { cellText } from '../domain/cell.ts';
import type { RemovedRow } from '../domain/journal-entry.ts';
import { headingKey, LAYOUT } from '../domain/layout.ts';
import { appendOwnRows, DELETED_RECORDS, dropOwnRows, readOwnRows } from './own-sheet.ts';
import type { Spreadsheet } from './platform.ts';
import type { Run } from './run.ts';

const FIELDS = Object.values(LAYOUT.records);

/** Copies rows to Deleted Records before they leave Records: the ten columns, then when, by whom and in which run. */
export function archiveRows(spreadsheet: Spreadsheet, removed: readonly RemovedRow[], run: Run): void {
  // A merge takes out a row of Codes too: that is no record.
  const records = removed.filter(({ sheet }) => sheet === 'records');
  const rows = records.map(({ cells }) => {
    const byKey = new Map(Object.entries(cells).map(([name, cell]) => [headingKey(name), cell]));
    const texts = FIELDS.map((field) => {
      const names = [field.heading, ...field.aliases].map(headingKey);
      const name = names.find((each) => byKey.has(each));
      return name === undefined ? '' : cellText(byKey.get(name) ?? '');
    });
    return [...texts, run.when, run.who, run.run];
  });
  appendOwnRows(spreadsheet, DELETED_RECORDS, rows);
}

/** Whether a run's rows were copied already: they go in one write, so all of them were or none. */
export function isArchived(spreadsheet: Spreadsheet, run: string): boolean {
  const at = DELETED_RECORDS.headings.indexOf('Run');
  return readOwnRows(spreadsheet, DELETED_RECORDS).some((row) => row[at] === run);
}

/** Takes a run's copies away again: nothing was deleted after all. */
export function dropArchived(spreadsheet: Spreadsheet, run: string): void {
  const at = DELETED_RECORDS.headings.indexOf('Run');
  dropOwnRows(spreadsheet, DELETED_RECORDS, (row) => row[at] === run);
}

/** A line of Deleted Records, by the record's own fields. */
export interface ArchivedRecord {
  readonly name: string;
  readonly objectId: string;
  readonly title: string;
  readonly completionDate: string;
  readonly code: string;
  /** When it was deleted, ISO. */
  readonly when: string;
}

export function deletedRecords(spreadsheet: Spreadsheet): ArchivedRecord[] {
  return readOwnRows(spreadsheet, DELETED_RECORDS).map((row) => ({
    name: row[1] ?? '',
    objectId: row[3] ?? '',
    title: row[4] ?? '',
    completionDate: row[6] ?? '',
    code: row[8] ?? '',
    when: row[10] ?? '',
  }));
}
