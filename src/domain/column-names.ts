const AGAIN = '\u001f';

/** What tells columns apart: their headings, numbered from the second of the same or none on. */
export function columnNames(headings: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const text = String(heading);
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return count === 0 ? text : `${text}${AGAIN}${count}`;
  });
}
