import { TEXTS } from './errors.ts';
import type { Realm } from './realm.ts';
import { Service, wrongArguments } from './service.ts';

/** Document lock across executions; released at the end of the execution at the latest. It keeps out scripts, not people. */
export class LockService extends Service {
  readonly $name = 'LockService';
  private readonly realm: Realm;
  constructor(realm: Realm) {
    super();
    this.realm = realm;
  }
  getDocumentLock(): Lock {
    return new Lock(this.realm, 'document');
  }
  getScriptLock(): Lock {
    return new Lock(this.realm, 'script');
  }
  getUserLock(): Lock {
    return new Lock(this.realm, `user ${this.realm.host.user}`);
  }
}

export class Lock extends Service {
  readonly $name = 'Lock';
  private readonly realm: Realm;
  private readonly scope: string;
  constructor(realm: Realm, scope: string) {
    super();
    this.realm = realm;
    this.scope = scope;
  }
  tryLock(milliseconds: number): boolean {
    if (typeof milliseconds !== 'number') throw wrongArguments('LockService.Lock.tryLock', [milliseconds]);
    if (milliseconds < 0) return false;
    const { holder } = this.realm.host.lock;
    const by = holder.get(this.scope);
    if (by !== undefined && by !== this.realm.execution) {
      this.realm.meter.sleep(milliseconds);
      return false;
    }
    holder.set(this.scope, this.realm.execution);
    return true;
  }
  waitLock(milliseconds: number): void {
    if (!this.tryLock(milliseconds))
      throw new Error('Lock timeout: another process was holding the lock for too long.');
  }
  hasLock(): boolean {
    return this.realm.host.lock.holder.get(this.scope) === this.realm.execution;
  }
  releaseLock(): void {
    if (this.hasLock()) this.realm.host.lock.holder.delete(this.scope);
  }
}

export class PropertiesService extends Service {
  readonly $name = 'PropertiesService';
  private readonly realm: Realm;
  constructor(realm: Realm) {
    super();
    this.realm = realm;
  }
  getDocumentProperties(): Properties {
    return new Properties(this.realm.book.properties.document);
  }
  getScriptProperties(): Properties {
    return new Properties(this.realm.book.properties.script);
  }
  getUserProperties(): Properties {
    const { properties, owner } = this.realm.book;
    const { user } = this.realm.host;
    if (user === owner) return new Properties(properties.user);
    properties.others ??= {};
    properties.others[user] ??= {};
    return new Properties(properties.others[user]);
  }
}

/** 9 KB a value, 500 KB a store (quota page). */
export class Properties extends Service {
  readonly $name = 'Properties';
  private readonly store: Record<string, string>;
  constructor(store: Record<string, string>) {
    super();
    this.store = store;
  }
  getProperty(key: string): string | null {
    return Object.hasOwn(this.store, key) ? (this.store[key] ?? null) : null;
  }
  getProperties(): Record<string, string> {
    return { ...this.store };
  }
  getKeys(): string[] {
    return Object.keys(this.store);
  }
  setProperty(key: string, value: string): this {
    const text = String(value);
    if (text.length > 9 * 1024) throw new Error('Argument too large: value');
    const others = Object.entries(this.store).filter(([name]) => name !== key);
    const size = others.reduce(
      (sum, [name, each]) => sum + name.length + each.length,
      key.length + text.length,
    );
    if (size > 500 * 1024) throw new Error(TEXTS.storeFull);
    this.store[key] = text;
    return this;
  }
  setProperties(properties: Record<string, string>, deleteAllOthers = false): this {
    if (deleteAllOthers) this.deleteAllProperties();
    for (const [key, value] of Object.entries(properties)) this.setProperty(key, value);
    return this;
  }
  deleteProperty(key: string): this {
    delete this.store[key];
    return this;
  }
  deleteAllProperties(): this {
    for (const key of Object.keys(this.store)) delete this.store[key];
    return this;
  }
}

export class CacheService extends Service {
  readonly $name = 'CacheService';
  private readonly realm: Realm;
  constructor(realm: Realm) {
    super();
    this.realm = realm;
  }
  getDocumentCache(): Cache {
    return new Cache(this.realm, 'document');
  }
  getScriptCache(): Cache {
    return new Cache(this.realm, 'script');
  }
  getUserCache(): Cache {
    return new Cache(this.realm, `user ${this.realm.host.user}`);
  }
}

/** 100 KB a value, keys of 250 characters, six hours at most. */
export class Cache extends Service {
  readonly $name = 'Cache';
  private readonly realm: Realm;
  private readonly scope: string;
  constructor(realm: Realm, scope: string) {
    super();
    this.realm = realm;
    this.scope = scope;
  }
  getAll(keys: string[]): Record<string, string> {
    return Object.fromEntries(
      keys.flatMap((key) => [[key, this.get(key)]]).filter(([, value]) => value !== null),
    );
  }
  putAll(values: Record<string, string>, seconds = 600): void {
    for (const [key, value] of Object.entries(values)) this.put(key, value, seconds);
  }
  removeAll(keys: string[]): void {
    for (const key of keys) this.remove(key);
  }
  get(key: string): string | null {
    const entry = this.realm.host.cache.get(`${this.scope} ${key}`);
    return entry && entry.until > this.realm.host.now() ? entry.value : null;
  }
  put(key: string, value: string, seconds = 600): void {
    if (key.length > 250) throw new Error('Argument too large: key');
    if (String(value).length > 100 * 1024) throw new Error('Argument too large: value');
    const until = this.realm.host.now() + Math.min(seconds, 21_600) * 1000;
    this.realm.host.cache.set(`${this.scope} ${key}`, { value: String(value), until });
  }
  remove(key: string): void {
    this.realm.host.cache.delete(`${this.scope} ${key}`);
  }
}
