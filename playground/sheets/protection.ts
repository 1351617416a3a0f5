import { TEXTS } from './errors.ts';
import type { Area, ProtectionModel, SheetModel } from './model.ts';
import { RangeService } from './range.ts';
import { isOwner, type Realm } from './realm.ts';
import { type EnumValue, enumOf, Service } from './service.ts';
import { UserService } from './session.ts';

export const ProtectionType = enumOf(['RANGE', 'SHEET']);

/**
 * A new protection stops none of the spreadsheet's editors until they are removed; the owner and the current user cannot
 * be. Who may not edit may not ask who may (Protection reference).
 */
export class ProtectionService extends Service {
  readonly $name = 'Protection';
  private readonly realm: Realm;
  private readonly sheet: SheetModel;
  private readonly model: ProtectionModel;

  constructor(realm: Realm, sheet: SheetModel, model: ProtectionModel) {
    super();
    this.realm = realm;
    this.sheet = sheet;
    this.model = model;
  }

  static $add(realm: Realm, sheet: SheetModel, area: Area | null): ProtectionService {
    const number = realm.book.sheets.flatMap((each) => each.protections).length + 1;
    const model: ProtectionModel = {
      id: `p${realm.host.now().toString(36)}${number}`,
      type: area ? 'RANGE' : 'SHEET',
      area,
      description: '',
      warningOnly: false,
      editors: [...(realm.book.editors ?? [])],
      domainEdit: false,
    };
    sheet.protections.push(model);
    return new ProtectionService(realm, sheet, model);
  }

  getDescription(): string {
    return this.model.description;
  }
  setDescription(description: string): this {
    this.requireOpen();
    this.model.description = description;
    return this;
  }
  isWarningOnly(): boolean {
    return this.model.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    this.requireOpen();
    this.model.warningOnly = warningOnly;
    if (warningOnly) this.model.editors = [];
    return this;
  }
  getProtectionType(): EnumValue {
    return ProtectionType[this.model.type];
  }
  getRange(): RangeService {
    return this.model.area
      ? new RangeService(this.realm, this.sheet, this.model.area)
      : RangeService.$whole(this.realm, this.sheet);
  }
  setRange(range: RangeService): this {
    this.requireOpen();
    this.model.area = { ...range.$area };
    return this;
  }
  getUnprotectedRanges(): RangeService[] {
    return (this.model.unprotected ?? []).map((area) => new RangeService(this.realm, this.sheet, area));
  }
  setUnprotectedRanges(ranges: RangeService[]): this {
    this.requireOpen();
    if (this.model.area !== null) throw new Error('Unprotected ranges are for protected sheets only.');
    this.model.unprotected = ranges.map((range) => ({ ...range.$area }));
    return this;
  }
  getEditors(): UserService[] {
    this.requireOpen();
    return this.model.editors.map((email) => new UserService(email));
  }
  addEditor(email: string | UserService): this {
    return this.addEditors([typeof email === 'string' ? email : email.getEmail()]);
  }
  addEditors(emails: string[]): this {
    this.requireOpen();
    for (const email of emails) {
      if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Error(`Invalid email: ${email}`);
      if (!this.model.editors.includes(email)) this.model.editors.push(email);
    }
    return this;
  }
  removeEditor(email: string | UserService): this {
    return this.removeEditors([typeof email === 'string' ? email : email.getEmail()]);
  }
  removeEditors(emails: (string | UserService)[]): this {
    this.requireOpen();
    const gone = new Set(emails.map((email) => (typeof email === 'string' ? email : email.getEmail())));
    gone.delete(this.realm.book.owner);
    gone.delete(this.realm.host.user);
    this.model.editors = this.model.editors.filter((email) => !gone.has(email));
    return this;
  }
  canDomainEdit(): boolean {
    this.requireOpen();
    return this.model.domainEdit;
  }
  /** Throws where the spreadsheet belongs to no Workspace domain. */
  setDomainEdit(on: boolean): this {
    this.requireOpen();
    if (this.realm.book.owner.endsWith('@gmail.com'))
      throw new Error('The spreadsheet belongs to no domain.');
    this.model.domainEdit = on;
    return this;
  }
  canEdit(): boolean {
    return isOwner(this.realm) || this.model.warningOnly || this.model.editors.includes(this.realm.host.user);
  }
  remove(): void {
    this.requireOpen();
    this.sheet.protections = this.sheet.protections.filter((each) => each !== this.model);
  }

  private requireOpen(): void {
    if (!this.canEdit()) throw new Error(TEXTS.noPermission);
  }
}
