import { readdir, rm, writeFile } from 'node:fs/promises';
import { slug } from 'github-slugger';
import type { SampleCell } from '../../../playground/sample/rows.ts';
import type { IssueGroup, IssueView } from '../../../src/contract/api.ts';
import type { RuleId } from '../../../src/domain/issue.ts';
import { LAYOUT, SHEET_KEYS, SHEET_NAMES, type SheetKey } from '../../../src/domain/layout.ts';
import { CHAPTERS, EXAMPLES } from './catalogue.ts';
import type { CheckExample, ExampleState } from './example.ts';
import { findingOf, headingsOf, rowsOf } from './try.ts';

const NOTE = '<!-- Made by `npm run docs` from docs/make/checks: change it there. -->';
/** Longer cells are cut on the page. */
const SHOWN = 60;

/** The pages of docs/checks by file name. All that the add-on says in them, it has said: each example is checked. */
export async function checkPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const list: string[] = [];
  for (const { file, title, intro, checks } of CHAPTERS) {
    const parts: string[] = [];
    list.push(
      '',
      `## [${title}](${file})`,
      '',
      '| Check | Severity | One-click fix |',
      '| --- | --- | --- |',
    );
    for (const rule of Object.keys(checks) as RuleId[]) {
      const { group, issue } = await findingOf(rule);
      parts.push(section(rule, group, issue));
      const fixes = issue.fixes.map(({ label }) => label).join(', ');
      list.push(`| [${group.title}](${file}#${slug(group.title)}) | ${group.severity} | ${fixes} |`);
    }
    pages.set(file, [NOTE, '', `# ${title}`, '', intro, '', BACK, '', ...parts].join('\n'));
  }
  pages.set('README.md', [...index(), ...list, ''].join('\n'));
  return pages;
}

const BACK =
  'The examples stand on the small workbook of the [list of checks](README.md#the-workbook-of-the-examples).';

function index(): string[] {
  return [
    NOTE,
    '',
    '# Checks',
    '',
    'Everything that *Check sheets* looks for, with the reason, an example and the way to put it right. An **error** keeps',
    'something from working; a **warning** is worth a look and may be meant. How to run the check and use the fixes is in the',
    '[guide](../guide.md#check).',
    '',
    'A wholly blank row is never a finding. Codes count as the same in any case, with extra spaces or invisible characters.',
    '',
    '## The workbook of the examples',
    '',
    'Each example adds rows to these, in which no check finds anything:',
    '',
    ...SHEET_KEYS.flatMap((sheet) => {
      const rows = rowsOf({}, sheet).map((_, i) => i + 2);
      return [...table({}, sheet, rows, filledHeadings(sheet, rows, {})), ''];
    }),
  ].slice(0, -1);
}

function section(rule: RuleId, { title, severity }: IssueGroup, issue: IssueView): string {
  const { why, wrong, right }: CheckExample = EXAMPLES[rule];
  const fixes = issue.fixes.map(({ label }) => `*${label}*`).join(' or ');
  return [
    `## ${title}`,
    '',
    `\`${rule}\` · ${severity}`,
    '',
    `**Why.** ${why}`,
    '',
    '**Example.**',
    '',
    ...shown(wrong, wrong, right, issue),
    '',
    `The add-on says: **${literal(issue.title)}.** ${literal(issue.detail)}`,
    '',
    `**What to do.** ${issue.advice}${fixes === '' ? '' : ` The button: ${fixes}.`}`,
    '',
    'Put right:',
    '',
    ...shown(right, wrong, right, issue),
    '',
  ].join('\n');
}

/** The sheets that the example is about: the rows that it adds, and those that the finding names. */
function shown(state: ExampleState, wrong: ExampleState, right: ExampleState, issue: IssueView): string[] {
  if (wrong.withoutSheet !== undefined) {
    const sheets = SHEET_KEYS.filter((key) => key !== state.withoutSheet).map((key) => SHEET_NAMES[key]);
    return [`Sheets: ${sheets.join(', ')}`];
  }
  const lines: string[] = [];
  for (const sheet of SHEET_KEYS) {
    if (wrong.headings?.some((each) => each.sheet === sheet)) {
      lines.push(
        ...table(
          state,
          sheet,
          [2],
          Object.values(LAYOUT[sheet]).map(({ heading }) => heading),
        ),
        '',
      );
      continue;
    }
    const named = issue.links.filter((link) => link.sheet === sheet).map(({ row }) => row);
    const first = rowsOf({}, sheet).length + 2;
    const [before, after] = [wrong[sheet]?.length ?? 0, right[sheet]?.length ?? 0];
    const added = Array.from({ length: Math.max(before, after) }, (_, i) => first + i);
    const rows = [...new Set([...named, ...added])].sort((a, b) => a - b);
    const there = rows.filter((row) => row - 2 < rowsOf(state, sheet).length);
    const headings = filledHeadings(sheet, rows, wrong, right);
    if (there.length > 0) lines.push(...table(state, sheet, there, headings), '');
    if (state === right && after < before)
      lines.push(`${SHEET_NAMES[sheet]} row ${first + after} is gone.`, '');
  }
  return lines.slice(0, -1);
}

/** The columns that hold something in any of the rows, before or after. */
function filledHeadings(sheet: SheetKey, rows: readonly number[], ...states: ExampleState[]): string[] {
  const cells = states.flatMap((state) => rows.map((row) => rowsOf(state, sheet)[row - 2] ?? {}));
  return headingsOf({}, sheet).filter((heading) => cells.some((row) => text(row[heading]) !== ''));
}

/** Rows of a sheet as a Markdown table. */
function table(state: ExampleState, sheet: SheetKey, rows: readonly number[], headings: string[]): string[] {
  const all = headingsOf({}, sheet);
  const named = headings.map((heading) => headingsOf(state, sheet)[all.indexOf(heading)]);
  return [
    `| ${SHEET_NAMES[sheet]} row | ${named.join(' | ')} |`,
    `| --- |${' --- |'.repeat(named.length)}`,
    ...rows.map((row) => {
      const cells = rowsOf(state, sheet)[row - 2];
      return `| ${row} | ${headings.map((heading) => cellWords(heading, cells?.[heading])).join(' | ')} |`;
    }),
  ];
}

function text(cell: SampleCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? ('formula' in cell ? cell.formula : cell.date) : String(cell);
}

/** A cell as it is shown: codes and unusual text as code, so that nothing in it is taken for Markdown. */
function cellWords(heading: string, cell: SampleCell | undefined): string {
  const full = text(cell);
  if (full === '') return '';
  if (full.length > SHOWN)
    return `${literal(full.slice(0, 12))}… (${full.length.toLocaleString('en-GB')} characters)`;
  const plain = full.replaceAll('\t', '⇥');
  const isCode = heading === 'Code' || heading === 'Qualification Code';
  const number = typeof cell === 'number' && isCode ? ' (a number)' : '';
  return isCode || !/^[\w .,?-]+$/.test(plain) ? `\`${plain.replaceAll('|', '\\|')}\`${number}` : plain;
}

/** Text of the product inside Markdown. */
function literal(words: string): string {
  return words.replace(/[\\`*_<>|[\]]/g, '\\$&').replaceAll('\t', ' ');
}

/** Writes the pages into `folder`, and takes away those that no chapter makes any more. */
export async function writeCheckPages(folder: string): Promise<void> {
  const pages = await checkPages();
  for (const file of await readdir(folder)) if (!pages.has(file)) await rm(`${folder}/${file}`);
  for (const [file, page] of pages) await writeFile(`${folder}/${file}`, page);
}
