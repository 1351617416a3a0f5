// `npm run bench`: everything that is promised about speed, measured side by side in one run.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Effort, Section } from './report/section.ts';
import { budgetsText, sectionText } from './report/text.ts';
import { csvSection } from './sections/csv-job.ts';
import { platformSection } from './sections/platform.ts';
import { scriptSection } from './sections/script.ts';
import { startUpSection } from './sections/start-up.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = `${here}.cache/files`;

const WHOLE: Effort = {
  platform: [1_000, 10_000, 100_000, 700_000],
  peers: [1_000, 10_000, 100_000],
  script: [
    { records: 100_000, rounds: 25, fresh: 7 },
    { records: 700_000, rounds: 9, fresh: 3 },
  ],
  csv: [
    { records: 100_000, rounds: 9 },
    { records: 700_000, rounds: 5 },
  ],
  tries: 9,
};
/** Under a minute on a machine that does nothing else. */
const QUICK: Effort = {
  platform: [1_000, 6_000],
  peers: [1_000],
  script: [{ records: 100_000, rounds: 2, fresh: 1 }],
  csv: [{ records: 100_000, rounds: 2 }],
  tries: 2,
};

const SECTIONS: Readonly<Record<string, (effort: Effort, folder: string) => Promise<Section>>> = {
  platform: platformSection,
  script: scriptSection,
  csv: csvSection,
  'start-up': startUpSection,
};

const command = new Command('bench')
  .option('--quick', 'small sizes and few rounds, under a minute')
  .option('--only <names>', `some sections: ${Object.keys(SECTIONS).join(',')}`)
  .option('--json <file>', 'write everything as JSON, too')
  .parse();
const options = command.opts<{ quick?: boolean; only?: string; json?: string }>();
const names = options.only?.split(',') ?? Object.keys(SECTIONS);
const unknown = names.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown !== undefined) command.error(`There is no section ${unknown}.`);

installPeers();
const machine = {
  node: process.version,
  processor: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  /** Processes that wanted to run during the last minute: far above none, other work takes part. */
  loadBefore: loadavg()[0] ?? 0,
};
process.stdout.write(
  `Node ${machine.node}, ${machine.cores} × ${machine.processor}, ${machine.memoryGb} GB, load ${machine.loadBefore.toFixed(1)} before the start\n`,
);
const sections: Section[] = [];
for (const name of names) {
  const section = await SECTIONS[name]?.(options.quick ? QUICK : WHOLE, folder);
  if (!section) continue;
  sections.push(section);
  process.stdout.write(`${sectionText(section)}\n`);
}
const budgets = sections.flatMap((section) => section.budgets);
const met = budgets.filter((each) => each.met).length;
process.stdout.write(`${budgetsText(`${met} of ${budgets.length} budgets met`, budgets)}\n`);
if (options.json !== undefined) {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), options.json);
  await writeFile(path, `${JSON.stringify({ machine, quick: options.quick ?? false, sections }, null, 2)}\n`);
}

/** The peers are no dependencies of the project: they are installed here, by their own lock file, when first needed. */
function installPeers(): void {
  if (existsSync(`${here}node_modules/@duckdb/node-api`)) return;
  process.stdout.write('Installing what is compared with…\n');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', here], { stdio: 'inherit' });
}
