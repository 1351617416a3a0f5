import type { RunKind } from '../domain/plan.ts';
import { newRun, writeActivity } from '../sheets/journal.ts';
import { startMade } from '../sheets/made-sheets.ts';
import { attempt, currentSpreadsheet, type Spreadsheet } from '../sheets/platform.ts';
import { startClock } from '../sheets/time.ts';

/** What every action starts from. The clock and the user are read once. */
export interface Context {
  readonly spreadsheet: Spreadsheet;
  readonly now: Date;
}

export function openContext(): Context {
  startClock();
  startMade();
  return { spreadsheet: currentSpreadsheet(), now: new Date() };
}

/** Wall-clock time in the spreadsheet's time zone, `YYYY-MM-DDTHH:mm`. */
export function localTime({ spreadsheet, now }: Context): string {
  return Utilities.formatDate(now, spreadsheet.getSpreadsheetTimeZone(), "yyyy-MM-dd'T'HH:mm");
}

/** Who is at work, for Activity: the address where Google gives it (scope userinfo.email), else plain words. */
export function whoami(): string {
  return (
    attempt(() => Session.getActiveUser().getEmail() || Session.getEffectiveUser().getEmail()) || 'Someone'
  );
}

/** A line in Activity for a change of looks or rights: there are no before-images, so it cannot be undone from there. */
export function noteRun(context: Context, kind: RunKind, what: string): void {
  writeActivity(context.spreadsheet, {
    run: `${newRun(context.now)}-${kind}`,
    when: localTime(context),
    who: whoami(),
    kind,
    what,
    edits: 0,
    appends: 0,
    removals: 0,
    state: 'done',
  });
}
