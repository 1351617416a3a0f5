import { type ExchangeLayer, LastExchange } from '../domain/records/last-exchange.ts';
import { inParts } from './journal.ts';
import { appendOwnRows, dropOwnRows, findOwnSheet, LAST_EXCHANGE, readOwnRows } from './own-sheet.ts';
import type { Spreadsheet } from './platform.ts';

/** Remembers what crossed with an export or import. `alone` when it is all there is: what was known before goes. */
export function rememberExchange(
  spreadsheet: Spreadsheet,
  run: string,
  layer: ExchangeLayer,
  { alone = false } = {},
): void {
  if (alone) {
    const sheet = findOwnSheet(spreadsheet, LAST_EXCHANGE);
    const last = sheet?.getLastRow() ?? 0;
    if (last > 1) sheet?.getRange(2, 1, last - 1, LAST_EXCHANGE.headings.length).clearContent();
  }
  const rows = inParts(JSON.stringify(layer)).map((part, i) => [run, String(i), part]);
  appendOwnRows(spreadsheet, LAST_EXCHANGE, rows);
}

/** What is remembered of exports and imports, or null when nothing is. */
export function readLastExchange(spreadsheet: Spreadsheet): LastExchange | null {
  const texts = new Map<string, string>();
  for (const [run = '', , text = ''] of readOwnRows(spreadsheet, LAST_EXCHANGE)) {
    if (run !== '') texts.set(run, (texts.get(run) ?? '') + text);
  }
  if (texts.size === 0) return null;
  return new LastExchange([...texts.values()].map((text) => JSON.parse(text) as ExchangeLayer));
}

/** Forgets what an import brought, when it is undone. */
export function forgetExchange(spreadsheet: Spreadsheet, run: string): void {
  dropOwnRows(spreadsheet, LAST_EXCHANGE, (row) => row[0] === run);
}
