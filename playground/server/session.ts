import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Envelope } from '../../src/contract/api.ts';
import { refusalMessage } from '../../src/contract/words/refusals.ts';
import { refuse } from '../../src/domain/plan.ts';
import type { BookModel, SheetModel } from '../sheets/model.ts';
import { createHost, type Host } from '../sheets/runtime.ts';
import { deleteRows, insertRows, sortSheet, typeInto } from '../sheets/user-edit.ts';
import type { SheetView, State } from '../views.ts';
import { openWorkbook, saveWorkbook } from '../workbook/workbook-file.ts';
import { choicesAt, rowsView, type StillView, sheetView } from './cells.ts';

/** A sentence for the person at the page: what was refused and why. */
export class Refused extends Error {}

const { refusal } = refuse('read-only');
const READ_ONLY = { ...refusal, message: refusalMessage(refusal) };

/** No answer holds more. */
const ROWS_AT_ONCE = 500;

/** The open workbook with its script, and everything that the page may ask of it. */
export class Session {
  host: Host;
  private readonly folder: string;
  private file: string | null;
  private readonly readOnly: boolean;
  private version = 1;
  private views: { version: number; sheets: StillView[] } | null = null;
  private opened = 0;
  private uploads = 0;
  private saving: NodeJS.Timeout | null = null;
  private readonly toasts: State['toasts'] = [];

  private constructor(host: Host, folder: string, file: string | null, readOnly: boolean) {
    this.host = host;
    this.folder = folder;
    this.file = file;
    this.readOnly = readOnly;
    host.openDocument();
  }

  /** `file` is saved to after every change; the sample (null) is not. */
  static async open(
    book: BookModel,
    folder: string,
    file: string | null,
    readOnly: boolean,
  ): Promise<Session> {
    return new Session(await createHost({ book, folder, log: report }), folder, file, readOnly);
  }

  state(): State {
    const { book, ui } = this.host;
    for (const toast of ui.toasts.splice(0)) this.toasts.push({ id: this.toasts.length + 1, ...toast });
    return {
      title: book.title,
      file: this.file,
      readOnly: this.readOnly,
      guide: this.file === null && this.uploads === 0,
      uploads: this.uploads,
      done: runKinds(book),
      sheets: this.sheets(),
      active: book.activeSheet,
      version: this.version,
      menu: ui.menus.flatMap((menu) => menu.items),
      sidebar: ui.sidebar ? { title: ui.sidebar.title, opened: this.opened } : null,
      toasts: this.toasts.slice(-5),
    };
  }

  /** Worked out anew after a change only: of 100,000 rows the sizes and hidden rows take longer than all else. */
  private sheets(): SheetView[] {
    const { book } = this.host;
    if (this.views?.version !== this.version)
      this.views = { version: this.version, sheets: book.sheets.map((sheet) => sheetView(this.host, sheet)) };
    return this.views.sheets.map((view) => ({ ...view, selection: book.selection[view.id] ?? null }));
  }

  sidebarHtml(): string {
    return this.host.ui.sidebar?.html ?? '';
  }

  closeSidebar(): void {
    this.host.ui.sidebar = null;
  }

  rows(input: { sheet: number; from: number; to: number }) {
    return rowsView(
      this.host,
      this.sheet(input.sheet),
      input.from,
      Math.min(input.to, input.from + ROWS_AT_ONCE),
    );
  }

  choices(input: { sheet: number; row: number; column: number }): string[] {
    return choicesAt(this.host, this.sheet(input.sheet), input.row, input.column);
  }

  type(input: { sheet: number; row: number; column: number; values: string[][] }): void {
    this.change(() => typeInto(this.host, this.sheet(input.sheet), input.row, input.column, input.values));
  }

  insertRows(input: { sheet: number; row: number; count: number }): void {
    this.change(() => insertRows(this.sheet(input.sheet), input.row, input.count));
  }

  deleteRows(input: { sheet: number; row: number; count: number }): void {
    this.change(() => deleteRows(this.sheet(input.sheet), input.row, input.count));
  }

  sort(input: { sheet: number; column: number; ascending: boolean }): void {
    this.change(() => sortSheet(this.host, this.sheet(input.sheet), input.column, input.ascending));
  }

  removeFilter(input: { sheet: number }): void {
    this.change(() => {
      this.sheet(input.sheet).filter = null;
    });
  }

  select(input: { sheet: number; row: number; column: number; rows: number; columns: number }): void {
    const { sheet, ...area } = input;
    this.host.book.activeSheet = this.sheet(sheet).id;
    this.host.book.selection[sheet] = area;
  }

  runMenu(input: { functionName: string }): void {
    if (
      !this.host.ui.menus.some((menu) => menu.items.some((item) => item.functionName === input.functionName))
    ) {
      throw new Refused('There is no such menu item.');
    }
    this.script<unknown>(
      () => this.host.run(input.functionName),
      () => {
        const { toasts } = this.host.ui;
        toasts.splice(0, toasts.length, {
          title: 'Qualification Codes',
          message: READ_ONLY.message,
          seconds: 8,
        });
      },
    );
    if (this.host.ui.sidebar) this.opened++;
  }

  /** google.script.run: what the script returns, or the message of what it threw. */
  rpc(input: { name: string; args: unknown[] }): unknown {
    return this.script(
      () => this.host.callFromSidebar(input.name, input.args),
      () => {
        this.host.ui.toasts.length = 0;
        return JSON.stringify({ ok: false, refusal: READ_ONLY } satisfies Envelope<never>);
      },
    );
  }

  /** The workbook as an .xlsx file's bytes. */
  async download(): Promise<Buffer> {
    const folder = await mkdtemp(join(tmpdir(), 'playground-'));
    try {
      const path = join(folder, 'book.xlsx');
      await saveWorkbook(this.host.book, path);
      return await readFile(path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Another workbook takes this one's place; it is a copy, and nothing is saved to it. */
  async upload(name: string, bytes: Buffer): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'playground-'));
    try {
      const path = join(folder, name.replace(/[^\p{L}\p{N} ._-]/gu, '_').slice(-80) || 'book.xlsx');
      await writeFile(path, bytes);
      const book = await openWorkbook(path);
      this.host = await createHost({ book, folder: this.folder, log: report });
      this.host.openDocument();
      this.file = null;
      this.uploads++;
      this.version++;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Waits for the last change to be on disk. */
  async flush(): Promise<void> {
    if (!this.saving || this.file === null) return;
    clearTimeout(this.saving);
    this.saving = null;
    await saveWorkbook(this.host.book, this.file);
  }

  /** `refused`: what is said instead when the file is read-only and the script wrote something. */
  private script<T>(work: () => T, refused: () => T): T {
    const before = this.readOnly ? structuredClone(this.host.book) : null;
    let takenBack = false;
    let result: T;
    try {
      result = work();
    } finally {
      this.host.last = null;
      if (before) takenBack = this.takeBack(before);
      else this.changed();
    }
    return takenBack ? refused() : result;
  }

  /** Whatever a script wrote; looking around and a person's own properties are no change. */
  private takeBack(before: BookModel): boolean {
    const now = structuredClone(this.host.book);
    before.activeSheet = now.activeSheet;
    before.selection = now.selection;
    before.properties.user = now.properties.user;
    if (isDeepStrictEqual(now, before)) return false;
    Object.assign(this.host.book, before);
    return true;
  }

  private change(work: () => void): void {
    if (this.readOnly) throw new Refused(READ_ONLY.message);
    try {
      work();
    } catch (error) {
      throw new Refused(error instanceof Error ? error.message : String(error));
    }
    this.changed();
  }

  private changed(): void {
    this.version++;
    if (this.file === null || this.readOnly) return;
    if (this.saving) clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      this.flush().catch((error: unknown) => report('error', String(error)));
    }, 500);
  }

  private sheet(id: number): SheetModel {
    const sheet = this.host.book.sheets.find((each) => each.id === id);
    if (!sheet) throw new Refused('This sheet is not there any more.');
    return sheet;
  }
}

/** What the add-on has done here so far, by the Action column of its Activity sheet. */
function runKinds(book: BookModel): string[] {
  const rows = book.sheets.find(({ name }) => name === 'Activity')?.rows ?? [];
  const column = rows[0]?.values.indexOf('Action') ?? -1;
  return [...new Set(rows.slice(1).map((row) => String(row?.values[column] ?? '')))].filter(Boolean);
}

function report(level: string, text: string): void {
  process.stderr.write(`${level}: ${text}\n`);
}
