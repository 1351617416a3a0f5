/** Google ends an execution at six minutes, without a word: long loops stop by themselves before. */
const LONGEST = 4.5 * 60_000;

// Every call is a fresh execution (platform facts, 2), so the script may just have been loaded; or it may not.
let began = Date.now();

/** Call when Google calls. */
export function startClock(): void {
  began = Date.now();
}

/** The run stopped by itself: what is done stays done, and Overview offers to continue. */
export class OutOfTime extends Error {}

/** @throws OutOfTime when four and a half minutes are over. Call it between steps that may be very many. */
export function untilTimeIsUp(): void {
  if (Date.now() - began > LONGEST) throw new OutOfTime('Time is up.');
}
