import { fingerprint32 } from '../fingerprint.ts';
import { memo } from '../memo.ts';

/**
 * What the LMS had when records last crossed, by Record Id: a print of each field's text, seven characters each, in the
 * order of `fields`. Prints, not texts: 100,000 records fit a few hundred cells, and only "is it still the same?" is asked.
 */
export interface ExchangeLayer {
  readonly fields: readonly string[];
  readonly ids: readonly string[];
  readonly prints: readonly string[];
}

const LENGTH = 7;

/** Seven characters that tell whether a text is still the same. Not a secret. */
export function textPrint(text: string): string {
  return fingerprint32(text).toString(36).padStart(LENGTH, '0');
}

/** The memory of an export or import: `rows` are pairs of Record Id and the texts of `fields`. */
export function exchangeLayer(
  fields: readonly string[],
  rows: readonly (readonly [id: string, texts: readonly string[]])[],
): ExchangeLayer {
  const known = rows.filter(([id]) => id !== '');
  // Few different texts stand in many rows.
  const printOf = memo(textPrint);
  return {
    fields,
    ids: known.map(([id]) => id),
    prints: known.map(([, texts]) => fields.reduce((prints, _, i) => prints + printOf(texts[i] ?? ''), '')),
  };
}

/**
 * Of layers from the oldest to the newest those of which newer ones know every record, by the same fields: nobody asks
 * them any more. The newest does not count, because it goes when its import is undone.
 */
export function outdated(layers: readonly ExchangeLayer[]): ExchangeLayer[] {
  const known = new Set<string>();
  const older = layers.slice(0, -1).reverse();
  return older.filter(({ fields, ids }) => {
    const names = ids.map((id) => `${fields} ${id}`);
    const all = names.every((name) => known.has(name));
    for (const name of names) known.add(name);
    return all;
  });
}

/** Looks up what was remembered, the newest layer first. */
export class LastExchange {
  private readonly layers: readonly { fields: Map<string, number>; records: Map<string, string> }[];

  /** `layers` from the oldest to the newest. */
  constructor(layers: readonly ExchangeLayer[]) {
    this.layers = [...layers].reverse().map(({ fields, ids, prints }) => ({
      fields: new Map(fields.map((field, i) => [field, i])),
      records: new Map(ids.map((id, i) => [id, prints[i] ?? ''])),
    }));
  }

  /** The print of a record's field when it last crossed, or nothing if it never did. */
  print(id: string, field: string): string | undefined {
    for (const { fields, records } of this.layers) {
      const at = fields.get(field);
      const prints = records.get(id);
      if (at !== undefined && prints !== undefined) return prints.slice(at * LENGTH, (at + 1) * LENGTH);
    }
    return undefined;
  }
}
