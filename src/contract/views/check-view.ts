import { fixesFor, isFixedWithOthers, issueId } from '../../domain/fixes/index.ts';
import { groupBy } from '../../domain/groups.ts';
import type { Issue, RuleId } from '../../domain/issue.ts';
import { SHEET_KEYS } from '../../domain/layout.ts';
import type { Workbook } from '../../domain/workbook.ts';
import type { CheckResult, IssueGroup, IssueView } from '../api.ts';
import { fixAllLabel, fixLabel, issueWords, ruleTitle } from '../words/issues.ts';
import { rowLinkTo } from './preview.ts';

/** As many issues of a kind as the sidebar shows; all of them stand in the Problems sheet. */
const ISSUES = 50;
const LINKS = 5;
const ROWS = 1_000;

/** The findings as the sidebar shows them: counted by sheet, grouped by kind, in words. */
export function checkView(workbook: Workbook, issues: readonly Issue[], checkedAt: string): CheckResult {
  const groups = groupBy(issues, ({ rule }) => rule);
  return {
    checkedAt,
    errors: issues.filter((issue) => issue.severity === 'error').length,
    warnings: issues.filter((issue) => issue.severity === 'warning').length,
    sheets: SHEET_KEYS.map((sheet) => {
      const own = issues.filter((issue) => issue.at[0]?.sheet === sheet);
      const errors = own.filter((issue) => issue.severity === 'error').length;
      const { exists, name, length } = workbook[sheet];
      return { sheet, name, exists, rows: length, errors, warnings: own.length - errors };
    }),
    groups: [...groups].map(([rule, group]) => groupView(workbook, rule, group)),
  };
}

function groupView(workbook: Workbook, rule: RuleId, issues: readonly Issue[]): IssueGroup {
  const severity = issues.some((issue) => issue.severity === 'error') ? 'error' : 'warning';
  const fixes = new Map<string, { fix: IssueGroup['fixes'][number]['fix']; count: number }>();
  for (const issue of issues) {
    for (const fix of fixesFor(issue)) {
      if (!isFixedWithOthers(issue, fix)) continue;
      const known = fixes.get(fix);
      if (known) known.count++;
      else fixes.set(fix, { fix, count: 1 });
    }
  }
  return {
    rule,
    severity,
    title: ruleTitle(rule),
    count: issues.length,
    issues: issues.slice(0, ISSUES).map((issue) => issueView(workbook, issue)),
    fixes: [...fixes.values()].map(({ fix, count }) => ({ fix, label: fixAllLabel(fix, count), count })),
  };
}

function issueView(workbook: Workbook, issue: Issue): IssueView {
  const { title, detail, advice } = issueWords(issue);
  // A sheet that is not there has no row to go to.
  const linked = issue.at.filter((place) => workbook[place.sheet].exists);
  return {
    id: issueId(issue),
    title,
    detail,
    advice,
    links: linked.slice(0, LINKS).map((place) => rowLinkTo(workbook, place.sheet, place.row, place.field)),
    rows: [...new Set(issue.at.map(({ row }) => row))].slice(0, ROWS),
    places: issue.at.length,
    fixes: fixesFor(issue).map((fix) => ({ fix, label: fixLabel(fix) })),
  };
}
