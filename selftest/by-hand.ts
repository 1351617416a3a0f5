// What takes a person, or six minutes: each in two steps, the second of which looks at what there is.
import type { Seen, Spreadsheet } from './case.ts';
import { report, verdictOf } from './report.ts';

const UNDO = 'Self-test: Ctrl+Z';
const KILLED = 'Self-test: killed run';

/** Step 1: writes over a cell. The person then clicks the cell and presses Ctrl+Z (or Cmd+Z). */
export function writeForUndo(spreadsheet: Spreadsheet): string {
  const sheet = fresh(spreadsheet, UNDO);
  sheet.getRange('A1').setValue('before');
  SpreadsheetApp.flush();
  sheet.getRange('A1').setValue('written by the script');
  sheet.activate();
  return 'Click cell A1 and press Ctrl+Z (Cmd+Z on a Mac) once. Then choose: Ctrl+Z, look.';
}

/** Step 2. */
export function lookAtUndo(spreadsheet: Spreadsheet): string {
  const text = textIn(spreadsheet, UNDO, 'A1');
  if (text === null) return 'Choose first: Ctrl+Z, write.';
  const fact = 'Ctrl+Z takes back what a script wrote (pressed once after two writes)';
  line(spreadsheet, fact, 'before', text);
  return text === 'before' ? 'Ctrl+Z took the last write back.' : `The cell holds: ${text || 'nothing'}.`;
}

/** Step 1: works until Google ends it, which takes six minutes. */
export function runUntilKilled(spreadsheet: Spreadsheet): never {
  const sheet = fresh(spreadsheet, KILLED);
  LockService.getDocumentLock().tryLock(1_000);
  sheet.getRange('A1').setValue('flushed');
  SpreadsheetApp.flush();
  for (let second = 1; ; second++) {
    if (second === 2) sheet.getRange('A2').setValue('never flushed');
    Utilities.sleep(1_000);
  }
}

/** Step 2: what the killed run left, and whether its lock went with it. */
export function lookAtKilledRun(spreadsheet: Spreadsheet): string {
  const [flushed, other] = [textIn(spreadsheet, KILLED, 'A1'), textIn(spreadsheet, KILLED, 'A2')];
  if (flushed === null) return 'Choose first: Run until Google ends it (six minutes).';
  const free = LockService.getDocumentLock().tryLock(1_000);
  line(spreadsheet, 'A killed run leaves what it had flushed', 'flushed', flushed);
  line(spreadsheet, 'A killed run leaves what it had not flushed too', 'never flushed', other);
  line(spreadsheet, 'A killed run leaves no lock', true, free);
  return 'Written to the sheet Self-test.';
}

function line(spreadsheet: Spreadsheet, fact: string, expected: Seen, seen: Seen): void {
  report(spreadsheet, [{ fact, known: '?', expected, seen, verdict: verdictOf(expected, seen) }]);
}

function fresh(spreadsheet: Spreadsheet, name: string) {
  const standing = spreadsheet.getSheetByName(name);
  if (standing) spreadsheet.deleteSheet(standing);
  return spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
}

function textIn(spreadsheet: Spreadsheet, name: string, a1: string): string | null {
  const sheet = spreadsheet.getSheetByName(name);
  return sheet ? String(sheet.getRange(a1).getValue()) : null;
}
