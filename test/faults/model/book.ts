// The sheets of the stand-in as the oracle sees them: rows by heading, each with its mark.
import { type BookModel, emptyBook, emptySheet, type SheetModel } from '../../../playground/sheets/model.ts';
import { createHost } from '../../../playground/sheets/runtime.ts';
import { builtProduct, Person } from '../../support/product.ts';
import { CODE, type Row, SHEETS, type SheetName, type Sheets, TEN, trimmed } from './world.ts';

export const HEADINGS: Readonly<Record<SheetName, readonly string[]>> = {
  Codes: ['Code', 'Description', 'Used In'],
  Content: ['Object Id', 'Type', 'Title', 'Used In Training Records', 'Qualification Code', 'Owner'],
  Paths: ['Path Id', 'Step', 'Title', 'Qualification Code'],
  Records: [...TEN, 'Cost Centre'],
};

/** Written by the add-on whenever it likes. */
const NOT_COMPARED = 'Used In';

/** An execution after another in one context, on one book that is filled anew for every sequence. */
export class Stage {
  readonly book: BookModel;
  readonly person: Person;
  private readonly empty: string;
  private marks = 0;

  private constructor(person: Person) {
    this.book = person.host.book;
    this.person = person;
    this.empty = JSON.stringify(this.book);
  }

  static async open(): Promise<Stage> {
    const book = emptyBook();
    book.sheets = SHEETS.map((name, i) => {
      const sheet = emptySheet(i, name, 16, HEADINGS[name].length + 2);
      sheet.rows[0] = { values: [...HEADINGS[name]] };
      return sheet;
    });
    book.lastId = SHEETS.length;
    // Runs are named by the clock, so it never stands still.
    let now = Date.UTC(2026, 10, 20, 9);
    const folder = await builtProduct();
    const host = await createHost({ book, folder, warm: true, now: () => (now += 1000) });
    const person = new Person(host);
    person.get('setUpSheets');
    return new Stage(person);
  }

  /** The book as set up, with these rows. */
  fill(rows: Readonly<Record<SheetName, readonly (readonly string[])[]>>): void {
    Object.assign(this.book, JSON.parse(this.empty));
    this.marks = 0;
    for (const name of SHEETS) {
      const sheet = this.sheet(name);
      rows[name].forEach((texts, i) => {
        const row = sheet.rows[i + 1] ?? { values: [] };
        row.values = texts.map((text, column) => stored(HEADINGS[name][column] ?? '', text));
        sheet.rows[i + 1] = row;
      });
    }
  }

  sheet(name: string): SheetModel {
    const sheet = this.book.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`There is no sheet ${name}`);
    return sheet;
  }

  read(): Sheets {
    return Object.fromEntries(SHEETS.map((name) => [name, this.rows(name)])) as unknown as Sheets;
  }

  private rows(name: SheetName): readonly Row[] {
    const { rows } = this.sheet(name);
    const headings = (rows[0]?.values ?? []).map(String);
    const at = headings.indexOf(CODE[name]);
    return trimmed(
      rows.slice(1).map((row) => {
        const cells: Record<string, string> = {};
        headings.forEach((heading, column) => {
          const text = shown(heading, row?.values[column] ?? '');
          if (heading !== NOT_COMPARED && text !== '') cells[heading] = text;
        });
        const formulas = Object.keys(row?.formulas ?? {}).map((column) => headings[Number(column)] ?? '');
        return {
          mark: Object.keys(cells).length > 0 ? (row?.notes?.[at] ?? '') : '',
          cells,
          ...(formulas.length > 0 ? { formulas } : {}),
        };
      }),
    );
  }

  /** Gives every row that has something in it a mark, if it has none. */
  mark(): void {
    for (const name of SHEETS) {
      const { rows } = this.sheet(name);
      const at = (rows[0]?.values ?? []).indexOf(CODE[name]);
      this.rows(name).forEach(({ mark, cells }, i) => {
        const row = rows[i + 1];
        if (row && mark === '' && Object.keys(cells).length > 0)
          row.notes = { ...row.notes, [at]: `row ${++this.marks}` };
      });
    }
  }

  /** The lines of one of the add-on's own sheets, some columns of them. */
  lines(name: string, columns: number): string[][] {
    const sheet = this.book.sheets.find((each) => each.name === name);
    return (sheet?.rows.slice(1) ?? [])
      .map((row) => Array.from({ length: columns }, (_, i) => String(row?.values[i] ?? '')))
      .filter((line) => line.some((text) => text !== ''));
  }
}

/** Dates are kept as days since the end of 1899. */
const DAY = 86_400_000;
const FIRST = Date.UTC(1899, 11, 30);

function stored(heading: string, text: string): string | number {
  if (heading === 'Completion Date' && text !== '') return (Date.parse(text) - FIRST) / DAY;
  return text;
}

function shown(heading: string, value: string | number | boolean): string {
  if (heading === 'Completion Date' && typeof value === 'number')
    return new Date(FIRST + value * DAY).toISOString().slice(0, 10);
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}
