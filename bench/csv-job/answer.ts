/** What the job must come to, whoever does it. Written beside it: `out.csv`, the records that stay. */
export interface Answer {
  /** `rule sheet row` of every message of the check. */
  readonly findings: readonly string[];
  /** `code content paths steps records people`. */
  readonly uses: readonly string[];
  /** `row field reason` of every rejected cell of the import. */
  readonly rejections: readonly string[];
  readonly counts: string;
  readonly deleted: number;
}

/** A run in a process of its own: milliseconds by phase, and the answer. */
export interface JobRun {
  readonly phases: Readonly<Record<string, number>>;
  readonly answer: Answer;
}

/** Milliseconds by phase, as `mark` is called at the end of each. */
export class Phases {
  readonly ms: Record<string, number> = {};
  private last = performance.now();

  mark(phase: string): void {
    const now = performance.now();
    this.ms[phase] = now - this.last;
    this.last = now;
  }
}
