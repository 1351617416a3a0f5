// Code.js in a context with nothing but what Google would put there, in a process of its own: nothing is compiled yet.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

export interface CodeStart {
  readonly loadMs: number;
  readonly callMs: number;
  /** Processor time of both, which other work on the machine does not lengthen. */
  readonly cpuMs: number;
}

/** Loads the script and makes its first call, through the sidebar's door. */
export function run({ file }: { file: string }): CodeStart {
  const text = readFileSync(file, 'utf8');
  const context = vm.createContext({ SpreadsheetApp: { getActiveSpreadsheet: () => ({}) } });
  const cpu = process.cpuUsage();
  const start = performance.now();
  vm.runInContext(text, context);
  const loaded = performance.now();
  const answer = (context.rpc as (name: string, input: string) => string)('recordsTemplate', '{}');
  const answered = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  if (!answer.startsWith('{"ok":true')) throw new Error(answer);
  return { loadMs: loaded - start, callMs: answered - loaded, cpuMs: (user + system) / 1000 };
}
