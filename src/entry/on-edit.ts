import { checkEdit } from '../actions/check-edit.ts';
import { attempt } from '../sheets/platform.ts';

/**
 * Simple trigger: runs in AuthMode.LIMITED for people's edits only (scripts fire none), at most 30 s, and two events at
 * most wait in line, so it is help while typing and never a log. Nothing that goes wrong in it concerns who is typing.
 */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit | undefined): void {
  if (event?.range) attempt(() => checkEdit(event));
}
