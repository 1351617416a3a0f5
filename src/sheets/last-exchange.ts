import { type ExchangeLayer, LastExchange, outdated } from '../domain/records/last-exchange.ts';
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
  const first = appendOwnRows(spreadsheet, LAST_EXCHANGE, rows);
  const times = (row: number): number => Math.floor(row / ROWS_BETWEEN_LOOKS);
  if (times(first + rows.length) > times(first)) forgetOutdated(spreadsheet);
}

/** A file of 20,000 records takes some forty rows: it may come every week, and each time to the same records. */
const ROWS_BETWEEN_LOOKS = 300;

function forgetOutdated(spreadsheet: Spreadsheet): void {
  const layers = readLayers(spreadsheet);
  const old = new Set(outdated([...layers.values()]));
  dropOwnRows(spreadsheet, LAST_EXCHANGE, ([run = '']) => old.has(layers.get(run) as ExchangeLayer));
}

/** What is remembered of exports and imports, or null when nothing is. */
export function readLastExchange(spreadsheet: Spreadsheet): LastExchange | null {
  const layers = readLayers(spreadsheet);
  return layers.size === 0 ? null : new LastExchange([...layers.values()]);
}

/** By run, the oldest first. */
function readLayers(spreadsheet: Spreadsheet): ReadonlyMap<string, ExchangeLayer> {
  const texts = new Map<string, string>();
  for (const [run = '', , text = ''] of readOwnRows(spreadsheet, LAST_EXCHANGE)) {
    if (run !== '') texts.set(run, (texts.get(run) ?? '') + text);
  }
  return new Map([...texts].map(([run, text]) => [run, JSON.parse(text) as ExchangeLayer]));
}

/** Forgets what an import brought, when it is undone. */
export function forgetExchange(spreadsheet: Spreadsheet, run: string): void {
  dropOwnRows(spreadsheet, LAST_EXCHANGE, (row) => row[0] === run);
}
