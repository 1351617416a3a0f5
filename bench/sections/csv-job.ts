import { rm } from 'node:fs/promises';
import type { JobRun } from '../csv-job/answer.ts';
import { requireSameAnswer, requireSameRows } from '../csv-job/compare.ts';
import { writeCsvFiles } from '../data/csv-files.ts';
import { fresh } from '../measure/fresh.ts';
import { exponent, ratios, spreadOf } from '../measure/stats.ts';
import type { Budget, Effort, Section, Table } from '../report/section.ts';
import { budget, grouped, spreadText } from '../report/text.ts';

const FLAGS = ['--max-old-space-size=8192'];
/** Who does the job. Ours a second time is the noise of the machine. */
const WORKERS = [
  { who: 'this product', module: 'csv-job/ours.ts' },
  { who: 'DuckDB', module: 'csv-job/duckdb.ts' },
  { who: 'SQLite', module: 'csv-job/sqlite.ts' },
  { who: 'this product again', module: 'csv-job/ours.ts' },
] as const;
type Who = (typeof WORKERS)[number]['who'];

interface Measured {
  readonly who: Who;
  readonly ms: number[];
  readonly phases: Record<string, number>[];
  peakMb: number;
}

export async function csvSection({ csv }: Effort, folder: string): Promise<Section> {
  const bySize = new Map<number, Measured[]>();
  for (const { records, rounds } of csv)
    bySize.set(records, await measure(`${folder}/csv-${records}`, records, rounds));
  return {
    name: 'The CSV job: read, validate, where used, upsert 10,000, delete flagged, write',
    notes: [
      'Milliseconds of the job in a fresh process, modules loaded: median and the quarters around it. All take turns. The',
      'messages, the counts and the rows that stay are compared: the bench fails where they differ. The peers are spared the',
      'rules of the small sheets. DuckDB uses all cores and its own CSV reader and writer, SQLite reads through Papa Parse.',
    ],
    tables: [
      ...[...bySize].flatMap(([records, all]) => [jobTable(records, all), phaseTable(records, all)]),
      ...growth(bySize),
    ],
    budgets: [...bySize].flatMap(([records, all]) => peerBudgets(records, all)),
  };
}

async function measure(folder: string, records: number, rounds: number): Promise<Measured[]> {
  await writeCsvFiles(folder, records);
  const all = WORKERS.map(({ who }): Measured => ({ who, ms: [], phases: [], peakMb: 0 }));
  for (let round = 0; round < rounds; round++) {
    const answers: JobRun['answer'][] = [];
    for (let i = 0; i < WORKERS.length; i++) {
      // Each round begins with another one, so that nobody is always first.
      const at = (i + round) % WORKERS.length;
      const { ms, value, peakMb } = await fresh<JobRun>(WORKERS[at]?.module ?? '', { folder }, FLAGS);
      const measured = all[at] as Measured;
      measured.ms.push(ms);
      measured.phases.push({ ...value.phases });
      measured.peakMb = Math.max(measured.peakMb, peakMb);
      answers.push(value.answer);
    }
    for (const answer of answers) requireSameAnswer(answers[0] as JobRun['answer'], answer);
    if (round === 0) await requireSameRows(folder, ['ours', 'duckdb', 'sqlite']);
  }
  await rm(folder, { recursive: true });
  return all;
}

function jobTable(records: number, all: readonly Measured[]): Table {
  const duckdb = all.find(({ who }) => who === 'DuckDB')?.ms ?? [];
  return {
    title: `${grouped(records)} records`,
    headings: ['By', 'ms', '× DuckDB', 'Peak MB'],
    rows: all.map(({ who, ms, peakMb }) => [
      who,
      spreadText(spreadOf(ms), 0),
      spreadText(ratios(ms, duckdb), 2),
      Math.round(peakMb),
    ]),
  };
}

function phaseTable(records: number, all: readonly Measured[]): Table {
  const phases = Object.keys(all[0]?.phases[0] ?? {});
  return {
    title: `${grouped(records)} records, ms by step (medians)`,
    headings: ['By', ...phases],
    rows: all.map(({ who, phases: runs }) => [
      who,
      ...phases.map((phase) => Math.round(spreadOf(runs.map((run) => run[phase] ?? Number.NaN)).median)),
    ]),
  };
}

function growth(bySize: ReadonlyMap<number, readonly Measured[]>): Table[] {
  const sizes = [...bySize.keys()];
  const [from = 0, to = from] = [sizes[0], sizes[sizes.length - 1]];
  if (from === to) return [];
  const median = (size: number, who: Who): number =>
    spreadOf(bySize.get(size)?.find((each) => each.who === who)?.ms ?? []).median;
  return [
    {
      title: `Growth from ${grouped(from)} to ${grouped(to)} records (1 is in proportion)`,
      headings: ['By', 'Time'],
      rows: WORKERS.map(({ who }) => [
        who,
        exponent(median(from, who), median(to, who), to / from).toFixed(2),
      ]),
    },
  ];
}

function peerBudgets(records: number, all: readonly Measured[]): Budget[] {
  const of = (who: Who): number[] => all.find((each) => each.who === who)?.ms ?? [];
  const against = (who: Who, most: number): Budget => {
    const ratio = ratios(of('this product'), of(who));
    return budget(
      `CSV job at ${grouped(records)} against ${who}`,
      `at most ${most.toFixed(1)} ×`,
      spreadText(ratio, 2),
      ratio.median <= most,
    );
  };
  return [against('DuckDB', records > 100_000 ? 1 : 0.8), against('SQLite', 1)];
}
