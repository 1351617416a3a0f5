import { toBook } from '../../../playground/sample/to-book.ts';
import type { BookModel } from '../../../playground/sheets/model.ts';
import type { IssueGroup, IssueView } from '../../../src/contract/api.ts';
import type { RuleId } from '../../../src/domain/issue.ts';
import {
  type FieldLayout,
  LAYOUT,
  SHEET_KEYS,
  SHEET_NAMES,
  type SheetKey,
} from '../../../src/domain/layout.ts';
import { openAs, type Person } from '../../../test/support/product.ts';
import { BASE } from './base.ts';
import { EXAMPLES } from './catalogue.ts';
import type { ExampleRow, ExampleState } from './example.ts';

export function rowsOf(state: ExampleState, sheet: SheetKey): ExampleRow[] {
  return [...BASE[sheet], ...(state[sheet] ?? [])];
}

export function headingsOf(state: ExampleState, sheet: SheetKey): string[] {
  return (Object.values(LAYOUT[sheet]) as FieldLayout[]).map(
    ({ heading }) =>
      state.headings?.find((each) => each.sheet === sheet && each.from === heading)?.to ?? heading,
  );
}

/** The example as a workbook that looks as set up leaves it. */
export function exampleBook(state: ExampleState): BookModel {
  const rows = (sheet: SheetKey) => rowsOf(state, sheet).map((cells) => ({ cells, problems: [] }));
  const book = toBook(
    { codes: rows('codes'), content: rows('content'), paths: rows('paths'), records: rows('records') },
    'Example',
  );
  for (const key of SHEET_KEYS) {
    const first = book.sheets.find(({ name }) => name === SHEET_NAMES[key])?.rows[0];
    if (first)
      first.values = [...headingsOf(state, key), ...first.values.slice(headingsOf(state, key).length)];
  }
  book.sheets = book.sheets.filter(
    ({ name }) => state.withoutSheet === undefined || name !== SHEET_NAMES[state.withoutSheet],
  );
  return book;
}

/** Somebody who has the example open, with the built add-on. */
export function openExample(state: ExampleState): Promise<Person> {
  return openAs(exampleBook(state));
}

/** What the real check finds in the example: one finding of one kind. */
export async function findingOf(rule: RuleId): Promise<{ group: IssueGroup; issue: IssueView }> {
  const person = await openExample(EXAMPLES[rule].wrong);
  const { groups } = person.get('check');
  const [group] = groups;
  const issue = group?.issues[0];
  if (!group || !issue || groups.length > 1 || group.rule !== rule || group.count > 1) {
    const found = groups.map((each) => `${each.rule} (${each.count})`).join(', ');
    throw new Error(
      `The example of ${rule} must raise it once and nothing else, and raises: ${found || 'nothing'}`,
    );
  }
  return { group, issue };
}
