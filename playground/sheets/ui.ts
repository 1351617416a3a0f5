import { NotEmulated } from './not-emulated.ts';
import type { Realm } from './realm.ts';
import { type EnumValue, enumOf, Service } from './service.ts';

export class HtmlOutputService extends Service {
  readonly $name = 'HtmlOutput';
  $html: string;
  $title = '';
  constructor(html: string) {
    super();
    this.$html = html;
  }
  getContent(): string {
    return this.$html;
  }
  setContent(html: string): this {
    this.$html = html;
    return this;
  }
  getTitle(): string {
    return this.$title;
  }
  setTitle(title: string): this {
    this.$title = title;
    return this;
  }
  setWidth(_width: number): this {
    return this;
  }
  setHeight(_height: number): this {
    return this;
  }
}

export class HtmlServiceService extends Service {
  readonly $name = 'HtmlService';
  private readonly realm: Realm;
  constructor(realm: Realm) {
    super();
    this.realm = realm;
  }
  createHtmlOutput(html = ''): HtmlOutputService {
    return new HtmlOutputService(html);
  }
  createHtmlOutputFromFile(name: string): HtmlOutputService {
    const html = this.realm.host.files[name];
    if (html === undefined) throw new Error(`No HTML file named ${name} was found.`);
    return new HtmlOutputService(html);
  }
}

export const Button = enumOf(['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
export const ButtonSet = enumOf(['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

export class PromptResponse extends Service {
  readonly $name = 'PromptResponse';
  private readonly button: EnumValue;
  private readonly text: string;
  constructor(button: EnumValue, text: string) {
    super();
    this.button = button;
    this.text = text;
  }
  getSelectedButton(): EnumValue {
    return this.button;
  }
  getResponseText(): string {
    return this.text;
  }
}

export class MenuService extends Service {
  readonly $name = 'Menu';
  private readonly realm: Realm;
  private readonly title: string;
  private readonly items: { caption: string; functionName: string }[] = [];
  constructor(realm: Realm, title: string) {
    super();
    this.realm = realm;
    this.title = title;
  }
  addItem(caption: string, functionName: string): this {
    this.items.push({ caption, functionName });
    return this;
  }
  addSeparator(): this {
    return this;
  }
  addSubMenu(): this {
    throw new NotEmulated('Menu.addSubMenu');
  }
  addToUi(): void {
    const { ui } = this.realm.host;
    ui.menus = ui.menus
      .filter((menu) => menu.title !== this.title)
      .concat({ title: this.title, items: this.items });
  }
}

const NO_PERMISSION =
  'You do not have permission to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui';

export class UiService extends Service {
  readonly $name = 'Ui';
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;
  private readonly realm: Realm;
  constructor(realm: Realm) {
    super();
    this.realm = realm;
  }
  createMenu(title: string): MenuService {
    return new MenuService(this.realm, title);
  }
  createAddonMenu(): MenuService {
    return new MenuService(this.realm, 'Qualification Codes');
  }
  showSidebar(page: HtmlOutputService): void {
    this.requireFull();
    this.realm.host.ui.sidebar = { html: page.$html, title: page.$title };
  }
  showModalDialog(page: HtmlOutputService, title: string): void {
    this.requireFull();
    this.realm.host.ui.dialog = { html: page.$html, title, modal: true };
  }
  showModelessDialog(page: HtmlOutputService, title: string): void {
    this.requireFull();
    this.realm.host.ui.dialog = { html: page.$html, title, modal: false };
  }
  /** Suspends the script; locks do not outlive the wait (Ui.alert reference). */
  alert(...args: (string | EnumValue)[]): EnumValue {
    const { button } = this.ask('alert', args);
    return Button[button as 'OK'];
  }
  prompt(...args: (string | EnumValue)[]): PromptResponse {
    const { button, text } = this.ask('prompt', args);
    return new PromptResponse(Button[button as 'OK'], text);
  }

  private ask(kind: 'alert' | 'prompt', args: (string | EnumValue)[]): { button: string; text: string } {
    this.requireFull();
    const texts = args.filter((arg) => typeof arg === 'string') as string[];
    const set = args.find((arg) => typeof arg !== 'string') as EnumValue | undefined;
    const [title, text] = texts.length > 1 ? [texts[0] ?? '', texts[1] ?? ''] : ['', texts[0] ?? ''];
    this.realm.host.lock.holder.forEach((by, scope) => {
      if (by === this.realm.execution) this.realm.host.lock.holder.delete(scope);
    });
    return this.realm.host.ui.answer({ kind, title, text, buttons: set?.name() ?? 'OK' });
  }
  private requireFull(): void {
    if (this.realm.host.authMode !== 'FULL') throw new Error(NO_PERMISSION);
  }
}
