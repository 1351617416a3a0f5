import type { Case, Place, Seen, Sheet, Spreadsheet } from './case.ts';
import { type Line, verdictOf } from './report.ts';

/** Every case on a new sheet of its own, which goes again whatever happened. */
export function runCases(spreadsheet: Spreadsheet, cases: readonly Case[]): Line[] {
  return cases.map((each) => {
    const made: Sheet[] = [];
    const another = (): Sheet => {
      const name = `Self-test ${made.length + 1} ${Utilities.getUuid().slice(0, 8)}`;
      const sheet = spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
      made.push(sheet);
      return sheet;
    };
    try {
      return runCase(each, { spreadsheet, sheet: another(), another });
    } finally {
      for (const sheet of made) spreadsheet.deleteSheet(sheet);
    }
  });
}

function runCase({ fact, known, expected, calculated, run }: Case, place: Place): Line {
  try {
    if (calculated && !calculates(place))
      return { fact, known, expected, seen: 'no formula is calculated here', verdict: 'not here' };
    const seen = run(place);
    return { fact, known, expected, seen, verdict: verdictOf(expected, seen) };
  } catch (error) {
    const seen: Seen = `error: ${error instanceof Error ? error.message : String(error)}`;
    return { fact, known, expected, seen, verdict: 'DIFFERENT' };
  }
}

function calculates({ another }: Place): boolean {
  return another().getRange(1, 1).setFormula('=1+1').getValue() === 2;
}
