import { checkWorkbook } from '../../../src/domain/checks/index.ts';
import type { Issue } from '../../../src/domain/issue.ts';
import { workbook } from '../../builders/workbook.ts';

export type Builder = ReturnType<typeof workbook>;

/** What it is about, the rows that make it, and each finding whole: rule, severity, sheet, rows, field, args, fixes. */
export type Case = [what: string, make: (b: Builder) => Builder, expected: readonly string[]];

/** Every finding whole, one line each: nothing that a finding carries is left out. */
export function findingsOf(make: (b: Builder) => Builder): string[] {
  return checkWorkbook(make(workbook()).build()).map(inOneLine);
}

export function inOneLine({ rule, severity, at, args, fixes }: Issue): string {
  const where = at.map(({ sheet, row, field }) => `${sheet}:${row}${field ? `:${field}` : ''}`).join(' ');
  const told = Object.entries(args).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [`${severity} ${rule} @ ${where}`, told.join(' '), fixes ? `fix ${fixes.join(' ')}` : '']
    .filter(Boolean)
    .join(' | ');
}
