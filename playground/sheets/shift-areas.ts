import type { Area, SheetModel } from './model.ts';

/** An area after `count` rows (or columns) came in before `at`; null is never the answer to an insert. */
function inserted(from: number, length: number, at: number, count: number): [number, number] {
  if (at <= from) return [from + count, length];
  return at < from + length ? [from, length + count] : [from, length];
}

function deleted(from: number, length: number, at: number, count: number): [number, number] {
  const end = from + length;
  const before = Math.max(0, Math.min(at, end) - from);
  const after = Math.max(0, end - Math.max(at + count, from));
  const start = from < at ? from : Math.max(at, from - count);
  return [start, before + after];
}

/** Moves one area along; null when nothing of it is left. */
export function moved(area: Area, axis: 'row' | 'column', at: number, change: number): Area | null {
  const [from, length] = axis === 'row' ? [area.row, area.rows] : [area.column, area.columns];
  const [start, size] = change > 0 ? inserted(from, length, at, change) : deleted(from, length, at, -change);
  if (size <= 0) return null;
  return axis === 'row' ? { ...area, row: start, rows: size } : { ...area, column: start, columns: size };
}

/** Everything on the sheet that is told by place follows inserted and deleted rows or columns, as in Sheets. */
export function shiftAreas(sheet: SheetModel, axis: 'row' | 'column', at: number, change: number): void {
  const move = (area: Area) => moved(area, axis, at, change);
  const kept = <T extends { area: Area }>(items: T[]): T[] =>
    items.flatMap((item) => {
      const area = move(item.area);
      return area ? [{ ...item, area }] : [];
    });
  sheet.merges = sheet.merges.flatMap((area) => move(area) ?? []);
  sheet.bandings = kept(sheet.bandings);
  const followed = <T extends { area: Area | null }>(items: T[]): T[] =>
    items.flatMap((item) => {
      if (item.area === null) return [item];
      const area = move(item.area);
      return area ? [{ ...item, area }] : [];
    });
  sheet.protections = followed(sheet.protections).map((each) =>
    each.unprotected ? { ...each, unprotected: each.unprotected.flatMap((area) => move(area) ?? []) } : each,
  );
  if (sheet.namedRanges) sheet.namedRanges = kept(sheet.namedRanges);
  if (sheet.metadata) sheet.metadata = followed(sheet.metadata);
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const areas = rule.areas.flatMap((area) => move(area) ?? []);
    return areas.length > 0 ? [{ ...rule, areas }] : [];
  });
  if (sheet.filter) {
    const area = move(sheet.filter.area);
    sheet.filter = area ? { ...sheet.filter, area } : null;
  }
  sheet.charts = sheet.charts.map((chart) => ({
    ...chart,
    areas: chart.areas.flatMap((area) => move(area) ?? []),
  }));
}
