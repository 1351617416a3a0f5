import { exponent } from '../measure/stats.ts';
import { type ActionWork, IMPORT_PARTS, measureActions } from '../platform/actions.ts';
import { comparePeers, type PeerRun } from '../platform/peers.ts';
import type { Work } from '../platform/work.ts';
import type { Budget, Effort, Section, Table } from '../report/section.ts';
import { budget, grouped } from '../report/text.ts';

/** Calls that an action may make, whatever the number of records. */
const CALLS: readonly (readonly [action: string, most: number])[] = [
  ['check', 12],
  ['whereUsed', 6],
  ['rename', 16],
  ...IMPORT_PARTS.map((part) => [part, 14] as const),
  ['deleteFlagged', 16],
];

export async function platformSection({ platform, peers }: Effort): Promise<Section> {
  const bySize = new Map<number, ActionWork[]>();
  for (const records of platform) bySize.set(records, await measureActions(records));
  const runs: PeerRun[] = [];
  for (const records of peers) runs.push(...(await comparePeers(records)));
  return {
    name: 'Platform work, counted on the stand-in',
    notes: [
      'Calls that reach the server, cells read and written, and modelled seconds (optimistic / middle / pessimistic;',
      'from published measurements of 2018 to 2024, uncertain by about 2.5 times). Exact: the same on every run.',
    ],
    tables: [
      ...platform.map((records) => actionTable(records, bySize.get(records) ?? [])),
      growth(platform, bySize),
      peerTable(runs),
    ],
    budgets: [...callBudgets(platform, bySize), ...timeBudgets(bySize), ...peerBudgets(runs)],
  };
}

function actionTable(records: number, actions: readonly ActionWork[]): Table {
  return {
    title: `Every action at ${grouped(records)} records`,
    headings: ['Action', 'Calls', 'Cells read', 'Cells written', 'Modelled s'],
    rows: actions.map(({ action, work }) => [action, work.calls, work.read, work.written, secondsText(work)]),
  };
}

function secondsText({ ms }: Work): string {
  return ms.map((each) => (each / 1000).toFixed(1)).join(' / ');
}

/** From the first size to the last: an exponent of 1 is growth in proportion. */
function growth(sizes: readonly number[], bySize: ReadonlyMap<number, readonly ActionWork[]>): Table {
  const from = sizes[0] ?? 0;
  const to = sizes[sizes.length - 1] ?? 0;
  const small = bySize.get(from) ?? [];
  return {
    title: `Growth from ${grouped(from)} to ${grouped(to)} records (1 is in proportion)`,
    headings: ['Action', 'Calls', 'Cells', 'Modelled time'],
    rows: (bySize.get(to) ?? []).flatMap(({ action, work }) => {
      const before = small.find((each) => each.action === action)?.work;
      if (!before) return [];
      const of = (cost: (work: Work) => number): string =>
        exponent(Math.max(1, cost(before)), Math.max(1, cost(work)), to / from).toFixed(2);
      return [
        [action, of((each) => each.calls), of((each) => each.read + each.written), of((each) => each.ms[1])],
      ];
    }),
  };
}

function peerTable(runs: readonly PeerRun[]): Table {
  return {
    title:
      'The same deletion (one record in twenty) and a check of five rules, by what people would use instead',
    headings: ['Job', 'Records', 'By', 'Calls', 'Cells read', 'Cells written', 'Modelled s'],
    rows: runs.map(({ job, who, records, work }) => [
      job,
      records,
      who,
      work.calls,
      work.read,
      work.written,
      secondsText(work),
    ]),
  };
}

function callBudgets(sizes: readonly number[], bySize: ReadonlyMap<number, readonly ActionWork[]>): Budget[] {
  // Beyond, columns are read in blocks of 200,000 rows.
  const asked = sizes.filter((size) => size <= 100_000);
  return CALLS.map(([action, most]) => {
    const calls = asked.map(
      (size) => bySize.get(size)?.find((each) => each.action === action)?.work.calls ?? Number.NaN,
    );
    const same = new Set(calls).size === 1;
    return budget(
      `calls of ${action}`,
      `at most ${most}, the same at every size`,
      calls.join(', '),
      same && calls.every((each) => each <= most),
    );
  });
}

function timeBudgets(bySize: ReadonlyMap<number, readonly ActionWork[]>): Budget[] {
  const seconds = (size: number, action: string): number =>
    (bySize.get(size)?.find((each) => each.action === action)?.work.ms[1] ?? Number.NaN) / 1000;
  const most = (size: number, action: string, must: number): Budget[] =>
    bySize.has(size)
      ? [
          budget(
            `${action} at ${grouped(size)}, modelled (middle)`,
            `at most ${must} s`,
            `${seconds(size, action).toFixed(1)} s`,
            seconds(size, action) <= must,
          ),
        ]
      : [];
  const slowest = [...(bySize.get(700_000) ?? [])].sort((a, b) => b.work.ms[1] - a.work.ms[1])[0];
  return [
    ...most(100_000, 'check', 15),
    ...most(100_000, 'deleteFlagged', 20),
    ...(slowest ? most(700_000, slowest.action, 240) : []),
  ];
}

function peerBudgets(runs: readonly PeerRun[]): Budget[] {
  const largest = runs.reduce((most, { records }) => Math.max(most, records), 0);
  const of = (who: PeerRun['who']): Work | undefined =>
    runs.find((run) => run.records === largest && run.job === 'deletion' && run.who === who)?.work;
  const ours = of('this product');
  return (['sheetquery', 'plain loop'] as const).flatMap((who) => {
    const theirs = of(who);
    if (!ours || !theirs || largest < 100_000) return [];
    const time = theirs.ms[1] / ours.ms[1];
    const calls = theirs.calls / ours.calls;
    return [
      budget(
        `deletion at ${grouped(largest)} against ${who}, time`,
        'at least 25 ×',
        `${time.toFixed(0)} ×`,
        time >= 25,
      ),
      budget(
        `deletion at ${grouped(largest)} against ${who}, calls`,
        'at least 300 × fewer',
        `${calls.toFixed(0)} ×`,
        calls >= 300,
      ),
    ];
  });
}
