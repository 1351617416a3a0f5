// What the planners and checks cost once the cells are there, beside parsing those cells and beside touching each of them.

import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { Cell } from '../../src/domain/cell.ts';
import { checkWorkbook } from '../../src/domain/checks/index.ts';
import { planRename } from '../../src/domain/codes/rename.ts';
import { usedInOf } from '../../src/domain/codes/used-in.ts';
import { whereUsed } from '../../src/domain/codes/where-used.ts';
import type { Planned } from '../../src/domain/plan.ts';
import { planFingerprint } from '../../src/domain/plan-fingerprint.ts';
import { holdingsOf } from '../../src/domain/progress/holdings.ts';
import { learningPaths } from '../../src/domain/progress/learning-paths.ts';
import { pathProgress } from '../../src/domain/progress/path-progress.ts';
import { planDeleteFlagged } from '../../src/domain/records/delete-flagged.ts';
import { planImport } from '../../src/domain/records/import/plan-import.ts';
import { findUsage } from '../../src/domain/usage.ts';
import type { Workbook } from '../../src/domain/workbook.ts';
import type { Prepared } from './prepare.ts';

const CODE = 'QC0007';

function jobsOf({ workbook, rowsJson, imported }: Prepared) {
  const { today } = workbook;
  return {
    'parse the cells': () => (JSON.parse(rowsJson) as unknown[]).length,
    'the same again': () => (JSON.parse(rowsJson) as unknown[]).length,
    'touch each cell': () => touch(workbook),
    'check + where used': () =>
      checkWorkbook(workbook).length + whereUsed(workbook, findUsage(workbook), CODE).total,
    'used in, all codes': () => usedInOf(workbook, findUsage(workbook), '09:00').length,
    'plan a rename': () => planned(planRename(workbook, { from: CODE, to: 'NEW-7' })),
    'plan an import of 10,000': () => planned(planImport(workbook, imported, {})),
    'plan a deletion': () => planned(planDeleteFlagged(workbook)),
    'progress, all paths': () => {
      const holdings = holdingsOf(workbook, today);
      return learningPaths(workbook).reduce(
        (sum, path) => sum + pathProgress(path, holdings, today).length,
        0,
      );
    },
  };
}

export type JobName = keyof ReturnType<typeof jobsOf>;
export const JOBS: readonly JobName[] = [
  'parse the cells',
  'the same again',
  'touch each cell',
  'check + where used',
  'used in, all codes',
  'plan a rename',
  'plan an import of 10,000',
  'plan a deletion',
  'progress, all paths',
];

export interface JobTimes {
  /** Milliseconds of each round, by job: on the clock, and of the processor, which other work does not lengthen. */
  readonly ms: Readonly<Record<string, readonly number[]>>;
  readonly cpu: Readonly<Record<string, readonly number[]>>;
  /** What the process held once the cells were there, and the most it ever held, in MB. */
  readonly loadedMb: number;
  readonly peakMb: number;
}

/** The named jobs in turn, round after round. */
export function run({ file, jobs, rounds }: { file: string; jobs: JobName[]; rounds: number }): JobTimes {
  const work = jobsOf(deserialize(readFileSync(file)) as Prepared);
  globalThis.gc?.();
  const loadedMb = process.memoryUsage.rss() / 1e6;
  const ms: Record<string, number[]> = {};
  const cpu: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const job of jobs) {
      // One job's rubbish is not the next one's time.
      globalThis.gc?.();
      const before = process.cpuUsage();
      const start = performance.now();
      work[job]();
      const took = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      ms[job] = [...(ms[job] ?? []), took];
      cpu[job] = [...(cpu[job] ?? []), (user + system) / 1000];
    }
  }
  return { ms, cpu, loadedMb, peakMb: process.resourceUsage().maxRSS / 1024 };
}

/** The floor: every cell looked at once. */
function touch({ records }: Workbook): number {
  let sum = 0;
  for (const cells of Object.values(records.cells) as Cell[][]) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      sum += typeof cell === 'string' ? cell.length : 1;
    }
  }
  return sum;
}

function planned(result: Planned): number {
  if (!result.ok) throw new Error(result.refusal.reason);
  return planFingerprint(result.plan).length;
}
