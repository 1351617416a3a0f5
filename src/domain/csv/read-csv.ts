// A CSV file as the sidebar and the headless run send it: both read it here, so they refuse alike.
import { type Refused, refuse } from '../plan.ts';
import { decodeBytes } from './decode.ts';
import { parseCsv } from './parse-csv.ts';

/** As much as one call carries safely: 20 MB. */
const LARGEST = 20 * 1024 * 1024;

export interface ReadCsv {
  readonly ok: true;
  readonly rows: string[][];
  readonly lines: number[];
}

/** The rows of a file, or why it has none that can be trusted. */
export function readCsv(bytes: Uint8Array): ReadCsv | Refused {
  if (bytes.length > LARGEST) return refuse('file-too-large');
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) {
    return decoded.kind === ''
      ? refuse('file-unreadable', { detail: 'its letters are damaged' })
      : refuse('file-not-csv', { kind: decoded.kind });
  }
  const parsed = parseCsv(decoded.text);
  if (parsed.ok) return { ok: true, rows: parsed.rows, lines: parsed.lines };
  return refuse(parsed.reason, { detail: `row ${parsed.row} leaves a quote open` });
}
