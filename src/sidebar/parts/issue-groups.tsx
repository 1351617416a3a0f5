import { useState } from 'preact/hooks';
import type { IssueGroup, IssueView } from '../../contract/api.ts';
import { navigation } from '../navigation.ts';
import { grouped, many } from '../words.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { More } from './more.tsx';
import { RowLink } from './row-link.tsx';

/** A kind with few issues stands open; a long one opens on request. */
const OPEN = 3;

export function IssueGroups({ groups }: { groups: IssueGroup[] }) {
  return (
    <ul class="issues">
      {[...groups].sort(bySeverity).map((group) => (
        <Group key={group.rule} group={group} />
      ))}
    </ul>
  );
}

function bySeverity(a: IssueGroup, b: IssueGroup): number {
  return Number(a.severity === 'warning') - Number(b.severity === 'warning');
}

function Group({ group }: { group: IssueGroup }) {
  const [all, setAll] = useState(false);
  const { issues, count, rule, severity, title } = group;
  const shown = all ? issues : issues.slice(0, OPEN);
  const fixAll = group.fixes.filter((fix) => fix.count > 1);
  return (
    <li class="issue-group">
      <h3>
        <Icon name={severity} />
        <span class="hidden">{severity === 'error' ? 'Problem: ' : 'Warning: '}</span>
        <span>{title}</span>
        {count > 1 ? <span class="count">{grouped(count)}</span> : null}
      </h3>
      <ul>
        {shown.map((issue) => (
          <Issue key={issue.id} issue={issue} group={group} />
        ))}
      </ul>
      <div class="actions">
        <More left={issues.length - shown.length} onMore={() => setAll(true)} />
        {fixAll.map(({ fix, label }) => (
          <Button
            key={fix}
            kind="text"
            onClick={() => navigation.open({ is: 'fix', input: { fix, rule }, label })}
          >
            {label}
          </Button>
        ))}
      </div>
      {all && count > issues.length ? (
        <p class="quiet">The other {grouped(count - issues.length)} stand in the Problems sheet.</p>
      ) : null}
    </li>
  );
}

function Issue({ issue, group }: { issue: IssueView; group: IssueGroup }) {
  const { title, detail, advice, links, places, fixes, id } = issue;
  return (
    <li class="issue">
      <p class="issue-title">{title}</p>
      <p class="quiet">{detail}</p>
      <p class="quiet">{advice}</p>
      <p class="links">
        {links.slice(0, 3).map((link) => (
          <RowLink key={link.label} to={link} />
        ))}
        {places > 3 ? <span class="quiet">and {many(places - 3, 'more row')}</span> : null}
      </p>
      <div class="actions">
        {fixes.map(({ fix, label }) => (
          <Button
            key={fix}
            onClick={() => navigation.open({ is: 'fix', input: { fix, rule: group.rule, issue: id }, label })}
          >
            {label}
          </Button>
        ))}
      </div>
    </li>
  );
}
