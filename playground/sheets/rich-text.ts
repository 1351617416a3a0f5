import type { LinkRun } from './model.ts';
import { NotEmulated } from './not-emulated.ts';
import { Service } from './service.ts';

export class TextStyleService extends Service {
  readonly $name = 'TextStyle';
}

export class TextStyleBuilderService extends Service {
  readonly $name = 'TextStyleBuilder';
  setBold(_bold: boolean): this {
    return this;
  }
  setForegroundColor(_color: string): this {
    return this;
  }
  setItalic(_italic: boolean): this {
    return this;
  }
  build(): TextStyleService {
    return new TextStyleService();
  }
}

/** Text with links by stretches. Text styles within a cell are not kept: setting one throws. */
export class RichTextValueService extends Service {
  readonly $name = 'RichTextValue';
  readonly $text: string;
  readonly $links: readonly LinkRun[];

  constructor(text: string, links: readonly LinkRun[]) {
    super();
    this.$text = text;
    this.$links = links;
  }
  getText(): string {
    return this.$text;
  }
  /** The link of the whole text, or of one stretch; null where there is none or where it differs within. */
  getLinkUrl(start = 0, end = this.$text.length): string | null {
    return this.$links.find((run) => run.start <= start && run.end >= end)?.url ?? null;
  }
  getRuns(): RichTextValueService[] {
    if (this.$links.length === 0) return [this];
    throw new NotEmulated('RichTextValue.getRuns');
  }
  copy(): RichTextValueBuilderService {
    return new RichTextValueBuilderService(this.$text, this.$links);
  }
}

export class RichTextValueBuilderService extends Service {
  readonly $name = 'RichTextValueBuilder';
  private text: string;
  private links: LinkRun[];

  constructor(text = '', links: readonly LinkRun[] = []) {
    super();
    this.text = text;
    this.links = [...links];
  }
  setText(text: string): this {
    if (typeof text !== 'string')
      throw new Error(
        "The parameters (number) don't match the method signature for SpreadsheetApp.RichTextValueBuilder.setText.",
      );
    this.text = text;
    this.links = [];
    return this;
  }
  setLinkUrl(start: number | string | null, end?: number, url?: string | null): this {
    if (typeof start === 'number') {
      if (end === undefined || start < 0 || end > this.text.length) throw new Error('Illegal argument.');
      this.links = this.links.filter((run) => run.end <= start || run.start >= end);
      if (url) this.links.push({ start, end, url });
    } else this.links = start === null ? [] : [{ start: 0, end: this.text.length, url: start }];
    return this;
  }
  setTextStyle(): this {
    throw new NotEmulated('RichTextValueBuilder.setTextStyle');
  }
  build(): RichTextValueService {
    return new RichTextValueService(this.text, this.links);
  }
}
