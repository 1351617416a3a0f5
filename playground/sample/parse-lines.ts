import type { RuleId } from '../../src/domain/issue.ts';
import type { SampleCell, SampleRow } from './rows.ts';

/** Reads the lines of `organisation.ts` into rows under the given headings. */
export function parseLines(lines: string, headings: readonly string[]): SampleRow[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => parseLine(line, headings));
}

function parseLine(line: string, headings: readonly string[]): SampleRow {
  const mark = line.indexOf('!');
  const cells: Record<string, SampleCell> = {};
  const texts = (mark < 0 ? line : line.slice(0, mark)).split('|').map((text) => text.trim());
  headings.forEach((heading, i) => {
    const cell = cellOf(texts[i] ?? '', heading);
    if (cell !== '') cells[heading] = cell;
  });
  const marks = mark < 0 ? [] : line.slice(mark).split(' ');
  const problems = marks.map((one) => {
    const [rule = '', group = ''] = one.slice(1).split(':');
    return { rule: rule as RuleId, group };
  });
  return { cells, problems };
}

function cellOf(text: string, heading: string): SampleCell {
  const converted = /^<(\S+)(?: (.+))?>$/.exec(text);
  if (converted) {
    const [, value = '', format] = converted;
    return format ? { date: value, format } : Number(value);
  }
  if (heading === 'Used In Training Records' && (text === 'TRUE' || text === 'FALSE')) return text === 'TRUE';
  // Steps and months are numbers; a step such as 2a stays text.
  if ((heading === 'Step' || heading.startsWith('Valid For')) && /^\d+$/.test(text)) return Number(text);
  return text;
}
