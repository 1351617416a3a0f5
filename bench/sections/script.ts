import { mkdir } from 'node:fs/promises';
import { fresh } from '../measure/fresh.ts';
import { exponent, ratios, type Spread, spreadOf } from '../measure/stats.ts';
import type { Budget, Effort, Section, Table } from '../report/section.ts';
import { budget, grouped, spreadText } from '../report/text.ts';
import { JOBS, type JobName, type JobTimes } from '../script/jobs.ts';
import { prepare } from '../script/prepare.ts';

const FLAGS = ['--expose-gc', '--max-old-space-size=8192'];
/** Turns until everything is compiled. */
const WARM_UP = 6;
const PARSE: JobName = 'parse the cells';
const CHECK: JobName = 'check + where used';

interface Measured {
  readonly job: JobName;
  readonly warm: Timed;
  readonly fresh: Timed;
  readonly peakMb: number;
}

interface Timed {
  /** On the clock. */
  readonly ms: Spread;
  /** Processor time against parsing's. */
  readonly ratio: Spread;
}

export async function scriptSection({ script }: Effort, folder: string): Promise<Section> {
  const bySize = new Map<number, Measured[]>();
  await mkdir(folder, { recursive: true });
  for (const { records, rounds, fresh: processes } of script) {
    const file = `${folder}/cells-${records}`;
    await prepare(file, records);
    bySize.set(records, await measure(file, rounds, processes));
  }
  return {
    name: 'JavaScript, against parsing the same cells',
    notes: [
      'Milliseconds on the clock, median and the quarters around it. All jobs take turns; a ratio is the median of the ratios',
      'of each turn, in processor time, which other work on the machine does not lengthen. Warm: one process, its first turns',
      'left out. Fresh: a process for each run, as on the platform. "The same again" is the yardstick against itself: the',
      'noise. MB: what a fresh process took beyond its cells.',
    ],
    tables: [...[...bySize].map(([records, jobs]) => jobTable(records, jobs)), ...growth(bySize)],
    budgets: [...bySize].flatMap(([records, jobs]) => checkBudget(records, jobs)),
  };
}

async function measure(file: string, rounds: number, processes: number): Promise<Measured[]> {
  const run = async (jobs: readonly JobName[], times: number): Promise<JobTimes> =>
    (await fresh<JobTimes>('script/jobs.ts', { file, jobs, rounds: times }, FLAGS)).value;
  const warm = await run(JOBS, rounds + WARM_UP);
  const cold: { ms: Record<string, number[]>; cpu: Record<string, number[]> } = { ms: {}, cpu: {} };
  const peaks = new Map<JobName, number>();
  for (let i = 0; i < processes; i++) {
    for (const job of JOBS) {
      const { ms, cpu, loadedMb, peakMb } = await run([job], 1);
      cold.ms[job] = [...(cold.ms[job] ?? []), ...(ms[job] ?? [])];
      cold.cpu[job] = [...(cold.cpu[job] ?? []), ...(cpu[job] ?? [])];
      peaks.set(job, Math.max(0, peakMb - loadedMb));
    }
  }
  const timed = ({ ms, cpu }: Pick<JobTimes, 'ms' | 'cpu'>, job: JobName, from: number): Timed => ({
    ms: spreadOf((ms[job] ?? []).slice(from)),
    ratio: ratios((cpu[job] ?? []).slice(from), (cpu[PARSE] ?? []).slice(from)),
  });
  return JOBS.map((job) => ({
    job,
    warm: timed(warm, job, WARM_UP),
    fresh: timed(cold, job, 0),
    peakMb: peaks.get(job) ?? Number.NaN,
  }));
}

function jobTable(records: number, jobs: readonly Measured[]): Table {
  return {
    title: `${grouped(records)} records of ten cells`,
    headings: ['Job', 'Warm ms', '× parsing', 'Fresh ms', '× parsing', 'MB'],
    rows: jobs.map(({ job, warm, fresh: cold, peakMb }) => [
      job,
      spreadText(warm.ms),
      spreadText(warm.ratio, 2),
      spreadText(cold.ms),
      spreadText(cold.ratio, 2),
      Math.round(peakMb),
    ]),
  };
}

function growth(bySize: ReadonlyMap<number, readonly Measured[]>): Table[] {
  const sizes = [...bySize.keys()];
  const [from = 0, to = from] = [sizes[0], sizes[sizes.length - 1]];
  if (from === to) return [];
  return [
    {
      title: `Growth from ${grouped(from)} to ${grouped(to)} records (1 is in proportion)`,
      headings: ['Job', 'Warm', 'Fresh'],
      rows: JOBS.map((job) => {
        const [small, large] = [from, to].map((size) => bySize.get(size)?.find((each) => each.job === job));
        const of = (time: (each: Measured) => number): string =>
          small && large ? exponent(time(small), time(large), to / from).toFixed(2) : '';
        return [job, of(({ warm }) => warm.ms.median), of(({ fresh: cold }) => cold.ms.median)];
      }),
    },
  ];
}

function checkBudget(records: number, jobs: readonly Measured[]): Budget[] {
  const check = jobs.find(({ job }) => job === CHECK);
  if (!check) return [];
  const most = records > 100_000 ? 1.2 : 1;
  const must = `at most ${most.toFixed(1)} × JSON.parse`;
  return (['warm', 'fresh'] as const).map((how) => {
    const { ratio } = check[how];
    return budget(
      `${CHECK} at ${grouped(records)}, ${how}`,
      must,
      spreadText(ratio, 2),
      ratio.median <= most,
    );
  });
}
