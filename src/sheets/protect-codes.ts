import { SHEET_NAMES } from '../domain/layout.ts';
import { attempt, type Spreadsheet } from './platform.ts';
import { findSheet } from './read-table.ts';

const DESCRIPTION = 'Qualification Codes: Codes sheet';

export interface CodesProtection {
  readonly protected: boolean;
  readonly warningOnly: boolean;
  readonly editors: string[];
  readonly canEdit: boolean;
}

export function codesProtection(spreadsheet: Spreadsheet): CodesProtection {
  const found = find(spreadsheet);
  if (!found) return { protected: false, warningOnly: false, editors: [], canEdit: true };
  const [warningOnly, canEdit] = [found.isWarningOnly(), found.canEdit()];
  return {
    protected: true,
    warningOnly,
    // Who may not edit may not ask either: getEditors throws (Protection reference).
    editors: warningOnly || !canEdit ? [] : found.getEditors().map((user) => user.getEmail()),
    canEdit,
  };
}

/**
 * Sets who may edit the Codes sheet. `sheet.protect()` alone stops nobody until editors are removed; the owner and the
 * person asking can never be removed. Whoever edits by way of a group is named first: removing the group would otherwise
 * throw (Protection reference). False, with everything as it was, when Google does not know one of the editors.
 */
export function protectCodesSheet(
  spreadsheet: Spreadsheet,
  how: 'editors' | 'warning' | 'off',
  editors: readonly string[],
): boolean {
  const found = find(spreadsheet);
  const sheet = findSheet(spreadsheet, SHEET_NAMES.codes);
  if (how === 'off') found?.remove();
  if (how === 'off' || !sheet) return true;
  const warnedOnly = found?.isWarningOnly() ?? false;
  const protection = found ?? sheet.protect().setDescription(DESCRIPTION);
  protection.setWarningOnly(how === 'warning');
  if (how === 'warning') return true;
  if (editors.length > 0 && attempt(() => protection.addEditors([...editors])) === null) {
    if (found) found.setWarningOnly(warnedOnly);
    else protection.remove();
    return false;
  }
  const wanted = new Set(editors.map((email) => email.toLowerCase()));
  attempt(() => protection.addEditor(Session.getEffectiveUser()));
  const gone = protection.getEditors().filter((user) => !wanted.has(user.getEmail().toLowerCase()));
  if (gone.length > 0) protection.removeEditors(gone.map((user) => user.getEmail()));
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
  return true;
}

function find(spreadsheet: Spreadsheet): GoogleAppsScript.Spreadsheet.Protection | null {
  const sheet = findSheet(spreadsheet, SHEET_NAMES.codes);
  const all = sheet?.getProtections(SpreadsheetApp.ProtectionType.SHEET) ?? [];
  return all.find((protection) => protection.getDescription() === DESCRIPTION) ?? all[0] ?? null;
}
