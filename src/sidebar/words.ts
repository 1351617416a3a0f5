/** "1,204": numbers are grouped everywhere. */
export function grouped(n: number): string {
  return n.toLocaleString('en-GB');
}

/** "1 cell", "1,204 cells". */
export function many(n: number, one: string, more = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : more}`;
}

/** "24 November 2026 at 12:05" of an ISO date-time, "24 November 2026" of a date; other text as it is. */
export function whenWords(iso: string): string {
  const [date, time] = iso.split('T');
  // Wall-clock time of the spreadsheet: taken and shown in one and the same zone, so that no day shifts.
  const at = new Date(`${date}T${time ?? '00:00'}Z`);
  return Number.isNaN(at.getTime())
    ? iso
    : at.toLocaleString('en-GB', {
        dateStyle: 'long',
        ...(time ? { timeStyle: 'short' } : {}),
        timeZone: 'UTC',
      });
}
