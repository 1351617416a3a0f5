import type { Realm } from './realm.ts';
import { Service } from './service.ts';

export class UserService extends Service {
  readonly $name = 'User';
  private readonly email: string;
  constructor(email: string) {
    super();
    this.email = email;
  }
  getEmail(): string {
    return this.email;
  }
}

export class SessionService extends Service {
  readonly $name = 'Session';
  private readonly realm: Realm;
  constructor(realm: Realm) {
    super();
    this.realm = realm;
  }
  getActiveUser(): UserService {
    return new UserService(this.realm.host.user);
  }
  getEffectiveUser(): UserService {
    return new UserService(this.realm.host.user);
  }
  getScriptTimeZone(): string {
    return this.realm.host.scriptTimeZone;
  }
  getActiveUserLocale(): string {
    return this.realm.host.locale.split('_')[0] ?? 'en';
  }
  getTemporaryActiveUserKey(): string {
    return 'local-user';
  }
}
