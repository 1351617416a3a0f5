// The same deletion and the same check by what people would use instead, truly run on the stand-in to the last call.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BookModel } from '../../playground/sheets/model.ts';
import { createHost, type Host } from '../../playground/sheets/runtime.ts';
import { openAs } from '../../test/support/product.ts';
import { makeBook } from './book.ts';
import { type Work, workOf } from './work.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = fileURLToPath(new URL('../.cache/peer-scripts/', import.meta.url));

const PEERS = [
  { who: 'sheetquery', deletion: 'deleteBySheetQuery', check: 'checkBySheetQuery' },
  { who: 'plain loop', deletion: 'deleteByLoop', check: 'checkByLoop' },
] as const;

export interface PeerRun {
  readonly job: 'deletion' | 'check';
  readonly who: 'this product' | (typeof PEERS)[number]['who'];
  readonly records: number;
  readonly work: Work;
}

/** Throws where a peer finds something else, or leaves other rows. */
export async function comparePeers(records: number): Promise<PeerRun[]> {
  const runs: PeerRun[] = [];
  const note = (job: PeerRun['job'], who: PeerRun['who'], host: Host): void => {
    runs.push({ job, who, records, work: workOf(host.last) });
  };
  const ours = makeBook(records);
  const person = await openAs(ours);
  // The first check of a workbook makes the Problems sheet; from then on it is found.
  person.get('check');
  const { groups } = person.get('check');
  note('check', 'this product', person.host);
  // The first two deletions make Deleted Records and its room.
  for (const last of [false, false, true]) {
    const { basedOn, count } = person.get('previewDeleteFlagged');
    const { run } = person.get('deleteFlagged', { basedOn, confirm: String(count) });
    if (last) note('deletion', 'this product', person.host);
    else person.get('undo', { run, basedOn: person.get('previewUndo', { run }).basedOn });
  }
  const left = idsOf(ours);

  for (const { who, deletion, check } of PEERS) {
    const book = makeBook(records);
    for (const sheet of book.sheets) sheet.columnCount = sheet.rows[0]?.values.length ?? sheet.columnCount;
    const host = await peerHost(book);
    const found = JSON.parse(host.run<string>(check)) as Record<string, number>;
    note('check', who, host);
    for (const [rule, times] of Object.entries(found)) {
      const own = groups.find((group) => group.rule === rule)?.count;
      if (own !== times) throw new Error(`${who} finds ${rule} ${times} times, this product ${own}.`);
    }
    host.run(deletion);
    note('deletion', who, host);
    if (idsOf(book) !== left) throw new Error(`${who} leaves other rows than this product.`);
  }
  return runs;
}

/** The peers' script without the limit of six minutes: Google would stop it there, and the figures are of whole runs. */
async function peerHost(book: BookModel): Promise<Host> {
  await mkdir(folder, { recursive: true });
  const names = PEERS.flatMap(({ deletion, check }) => [deletion, check]);
  await build({
    entryPoints: [`${here}peer-scripts.ts`],
    outfile: `${folder}Code.js`,
    bundle: true,
    format: 'iife',
    globalName: 'Peers',
    target: 'es2020',
    footer: { js: names.map((name) => `function ${name}(){return Peers.${name}()}`).join('\n') },
  });
  return createHost({ book, folder, limit: Number.POSITIVE_INFINITY });
}

/** Record Ids and names of the rows that stay. */
function idsOf(book: BookModel): string {
  const sheet = book.sheets.find(({ name }) => name === 'Records');
  const ids = (sheet?.rows ?? []).map((row) => row?.values.slice(0, 2).join(' ') ?? '');
  return ids.filter((id) => id.trim() !== '').join('\n');
}
