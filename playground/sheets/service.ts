import { inLanguage } from './errors.ts';
import type { Meter } from './meter.ts';
import { NotEmulated } from './not-emulated.ts';

/** Base of every service class: its name as Google's reference writes it. Members that begin with `$` are ours. */
export abstract class Service {
  abstract readonly $name: string;
  /** Which sheet's size a call may ask for. */
  get $sheetId(): number | undefined {
    return undefined;
  }
}

const targets = new WeakMap<object, Service>();
const faces = new WeakMap<Service, object>();

/**
 * What scripts get to see of a service object: its methods, metered, and nothing else. A member that the stand-in lacks
 * throws NotEmulated by name, so that nothing is ever silently undefined.
 */
export function expose<T extends Service>(target: T, meter: Meter): T {
  const known = faces.get(target);
  if (known) return known as T;
  const methods = new Map<string, unknown>();
  const face = new Proxy(target, {
    get(_, member) {
      if (typeof member === 'symbol' || member === 'then' || member === 'toJSON') return undefined;
      if (member === 'constructor') return Object;
      if (member === 'toString') return () => target.$name;
      const cached = methods.get(member);
      if (cached !== undefined) return cached;
      const value = member.startsWith('$')
        ? undefined
        : (target as unknown as Record<string, unknown>)[member];
      if (value === undefined) throw new NotEmulated(`${target.$name}.${member}`);
      if (typeof value !== 'function') return value;
      const name = `${target.$name}.${member}`;
      const method = (...args: unknown[]) => {
        const plain = args.map(unwrap);
        const work = () => (value as (...a: unknown[]) => unknown).apply(target, plain);
        try {
          return wrap(meter.call(name, work, target.$sheetId), meter);
        } catch (error) {
          throw inLanguage(error, meter.language);
        }
      };
      methods.set(member, method);
      return method;
    },
    set(_, member) {
      throw new TypeError(`${target.$name} is read-only: ${String(member)}`);
    },
    has: (_, member) => typeof member === 'string' && !member.startsWith('$') && member in target,
    ownKeys: () => [],
    getPrototypeOf: () => Object.prototype,
  });
  faces.set(target, face);
  targets.set(face, target);
  return face;
}

function wrap(value: unknown, meter: Meter): unknown {
  if (value instanceof Service) return expose(value, meter);
  if (Array.isArray(value)) {
    const first = Array.isArray(value[0]) ? value[0][0] : value[0];
    if (first instanceof Service || value.some((each) => each instanceof Service)) {
      return value.map((each) => wrap(each, meter));
    }
  }
  return value;
}

/** The service object behind what a script holds. */
export function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) {
    const first = Array.isArray(value[0]) ? value[0][0] : value[0];
    return typeof first === 'object' && first !== null ? value.map(unwrap) : value;
  }
  return typeof value === 'object' && value !== null ? (targets.get(value) ?? value) : value;
}

/** Google's text for arguments that fit no signature. */
export function wrongArguments(name: string, args: readonly unknown[]): Error {
  const types = args.map((arg) =>
    arg === null
      ? 'null'
      : Array.isArray(arg)
        ? 'number[]'
        : typeof arg === 'object'
          ? '(class)'
          : capital(typeof arg),
  );
  return new Error(`The parameters (${types.join(',')}) don't match the method signature for ${name}.`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Enum values print their name, also in JSON (V8 migration guide), and are equal only to themselves. */
export function enumOf<const N extends readonly string[]>(
  names: N,
): { readonly [K in N[number]]: EnumValue<K> } {
  const made = Object.fromEntries(names.map((name, i) => [name, Object.freeze(new EnumValue(name, i))]));
  return new Proxy(made, {
    get(target, member) {
      if (typeof member === 'symbol' || member === 'toJSON' || member === 'then') return undefined;
      const value = target[member];
      if (value === undefined) throw new NotEmulated(`enum value ${member}`);
      return value;
    },
  }) as { readonly [K in N[number]]: EnumValue<K> };
}

export class EnumValue<K extends string = string> {
  private readonly text: K;
  private readonly position: number;

  constructor(text: K, position: number) {
    this.text = text;
    this.position = position;
  }

  name(): K {
    return this.text;
  }

  ordinal(): number {
    return this.position;
  }

  toString(): K {
    return this.text;
  }

  toJSON(): K {
    return this.text;
  }

  compareTo(other: EnumValue): number {
    return this.position - other.ordinal();
  }
}
