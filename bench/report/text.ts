import type { Spread } from '../measure/stats.ts';
import type { Budget, Section, Table } from './section.ts';

export function grouped(n: number): string {
  return Math.round(n).toLocaleString('en-GB');
}

/** `12.3 (11.9–14.0)`: the median, and the quarters around it. */
export function spreadText({ median, low, high }: Spread, digits = 1): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

export function budget(what: string, must: string, reached: string, met: boolean): Budget {
  return { what, must, reached, met };
}

export function sectionText({ name, notes, tables, budgets }: Section): string {
  return [
    `\n${name}\n${'='.repeat(name.length)}`,
    ...notes,
    ...tables.map(tableText),
    ...(budgets.length > 0 ? [budgetsText('Budgets', budgets)] : []),
  ].join('\n');
}

export function budgetsText(title: string, budgets: readonly Budget[]): string {
  const rows = budgets.map(({ what, must, reached, met }) => [met ? 'met' : 'MISSED', what, must, reached]);
  return tableText({ title, headings: ['', 'What', 'Must', 'Reached'], rows });
}

/** Numbers to the right, words to the left. */
function tableText({ title, headings, rows }: Table): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell)));
  const widths = headings.map((heading, i) =>
    Math.max(heading.length, ...cells.map((row) => (row[i] ?? '').length)),
  );
  const right = headings.map((_, i) => rows.every((row) => /^[\d.,–() /×]*$/.test(String(row[i] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (right[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    `\n${title}`,
    line(headings),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...cells.map(line),
  ].join('\n');
}
