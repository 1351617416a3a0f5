import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from '../../build.ts';
import type { BookModel } from '../../playground/sheets/model.ts';
import { createHost, type Host, type HostOptions } from '../../playground/sheets/runtime.ts';
import type { ActionName, Envelope, Input, Value } from '../../src/contract/api.ts';

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));

/** The built product: made once for all test files, or by the first who asks, for itself and the processes it starts. */
export async function builtProduct(): Promise<string> {
  process.env.BUILT_PRODUCT ??= await buildForNow();
  return process.env.BUILT_PRODUCT;
}

let building: Promise<string> | null = null;

function buildForNow(): Promise<string> {
  building ??= mkdir(cache, { recursive: true })
    .then(() => mkdtemp(`${cache}dist-`))
    .then((folder) => {
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
      return build(folder);
    });
  return building;
}

/** A person with the workbook open and the add-on installed. */
export class Person {
  readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  /** One API action through the front door: google.script.run → rpc. */
  call<A extends ActionName>(name: A, input: Input<A>): Envelope<Value<A>> {
    return JSON.parse(this.host.callFromSidebar('rpc', [name, JSON.stringify(input)]) as string);
  }

  /** The value of an action that must not be refused. */
  get<A extends ActionName>(name: A, input: Input<A> = {} as Input<A>): Value<A> {
    const envelope = this.call(name, input);
    if (!envelope.ok) throw new Error(`${name} was refused: ${envelope.refusal.message}`);
    return envelope.value;
  }

  /** The words of a refusal that must come. */
  refusal<A extends ActionName>(name: A, input: Input<A>): string {
    const envelope = this.call(name, input);
    if (envelope.ok) throw new Error(`${name} was not refused`);
    return envelope.refusal.message;
  }

  get calls(): number {
    return this.host.last?.calls ?? 0;
  }
}

export async function openAs(book: BookModel, options: Partial<HostOptions> = {}): Promise<Person> {
  const host = await createHost({ book, folder: await builtProduct(), ...options });
  return new Person(host);
}

/** A sheet's cells as people typed them, heading row first, as far as there is content. */
export function cellsOf(book: BookModel, name: string): (string | number | boolean)[][] {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}`);
  const rows = sheet.rows.map((row) => [...(row?.values ?? [])]);
  for (const row of rows) while (row.length > 0 && row[row.length - 1] === '') row.pop();
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return rows;
}
