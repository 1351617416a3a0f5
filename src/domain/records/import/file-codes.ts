import { codeKey, hasControlCharacters } from '../../code.ts';
import { isConverted } from '../../converted-text.ts';
import { becameOf, liveCodes } from '../../live-codes.ts';
import { codeSkeleton } from '../../look-alike.ts';
import { unsafeBecause } from '../../spreadsheet-safe.ts';
import type { Workbook } from '../../workbook.ts';
import type { ImportAnswers, ImportFindings, RejectReason } from './imported-file.ts';

export type CodeVerdict =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: RejectReason; readonly args?: Readonly<Record<string, string>> };

/** The codes of a file: known ones, those that were renamed or deleted, and those that the Codes sheet lacks. */
export class FileCodes {
  private readonly workbook: Workbook;
  private readonly takeNew: boolean;
  /** Codes of the sheet by key, as they are written there. */
  private readonly live: ReadonlyMap<string, string>;
  private readonly becameOf: (key: string) => string | undefined;
  private readonly wanted: ReadonlyMap<string, string>;
  private readonly unknown = new Map<string, { code: string; rows: number; suggestion: string | null }>();
  private skeletons: ReadonlyMap<string, string> | null = null;
  private readonly former = new Map<string, { code: string; now: string; rows: number }>();

  constructor(workbook: Workbook, { addCodes = [], useNewCodes = false }: ImportAnswers) {
    this.workbook = workbook;
    this.takeNew = useNewCodes;
    this.live = liveCodes(workbook);
    this.becameOf = becameOf(workbook.formerCodes, this.live);
    this.wanted = new Map(addCodes.map((code) => [codeKey(code), code.trim()]));
  }

  /** How the Codes sheet writes this code, if it has it. */
  writing(code: string): string | undefined {
    return this.live.get(codeKey(code));
  }

  /** The code to write; counts what must be asked about. Nothing but characters that nobody sees is no code. */
  judge(code: string): CodeVerdict {
    const key = codeKey(code);
    if (key === '') return { ok: true, code: '' };
    if (this.live.has(key)) return { ok: true, code };
    if (this.workbook.openRenames.some(({ from }) => codeKey(from) === key)) return { ok: true, code };
    const now = this.becameOf(key);
    if (now === '') return { ok: false, reason: 'code-deleted' };
    if (now !== undefined) {
      if (this.takeNew) return { ok: true, code: now };
      const entry = this.former.get(key) ?? { code, now, rows: 0 };
      entry.rows++;
      this.former.set(key, entry);
      return { ok: false, reason: 'code-former', args: { now } };
    }
    if (hasControlCharacters(code)) return { ok: false, reason: 'code-characters' };
    if (this.wanted.has(key)) return { ok: true, code };
    const entry = this.unknown.get(key) ?? { code, rows: 0, suggestion: this.meant(code) };
    entry.rows++;
    this.unknown.set(key, entry);
    const { suggestion } = entry;
    return {
      ok: false,
      reason: 'code-unknown',
      ...(suggestion === null ? {} : { args: { meant: suggestion } }),
    };
  }

  /** The wanted codes that rows really carry and the sheet lacks, as they were asked for. */
  added(used: ReadonlySet<string>): string[] {
    return [...this.wanted].flatMap(([key, code]) =>
      key !== '' && used.has(key) && !this.live.has(key) ? [code] : [],
    );
  }

  questions(): Pick<ImportFindings['questions'], 'unknownCodes' | 'formerCodes'> {
    return { unknownCodes: [...this.unknown.values()], formerCodes: [...this.former.values()] };
  }

  /** Unknown codes, and those to be added, that spreadsheet programs would change. */
  unsafe(added: readonly string[]): string[] {
    const codes = [...added, ...[...this.unknown.values()].map(({ code }) => code)];
    return codes.filter((code) => unsafeBecause(code) !== null);
  }

  /** A code of the sheet that looks alike, or that a spreadsheet program may have turned into this one. */
  private meant(code: string): string | null {
    const codes = [...this.live.values()];
    this.skeletons ??= new Map(codes.map((each) => [codeSkeleton(each), each]));
    return this.skeletons.get(codeSkeleton(code)) ?? codes.find((each) => isConverted(each, code)) ?? null;
  }
}
