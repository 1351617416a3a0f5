import type { CellStyle, RowModel } from '../sheets/model.ts';
import type { Look, RuleLook } from './styles-reader.ts';
import { escapeXml } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Formats of a workbook's own start at this number. */
const FIRST_FORMAT = 164;

/** Gives numbers to the looks of cells and rules while the sheets are written, and writes the styles part from them. */
export class StyleTable {
  /** By the number in a cell's `s`; 0 is a plain cell. */
  readonly looks: Look[] = [{}];

  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly byLayers = new Map<unknown, Map<unknown, ReadonlyMap<number, number>>>();
  private readonly fonts = new Numbered('<font><sz val="10"/><name val="Arial"/></font>');
  private readonly fills = new Numbered(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  private readonly formats = new Map<string, number>([
    ['General', 0],
    ['@', 49],
  ]);
  private readonly ruleLooks = new Numbered();

  /** The style numbers of a row's cells, by column; rows that share layers share the answer. */
  numbersOf(row: RowModel): ReadonlyMap<number, number> {
    let byStyles = this.byLayers.get(row.formats);
    if (!byStyles) {
      byStyles = new Map();
      this.byLayers.set(row.formats, byStyles);
    }
    let numbers = byStyles.get(row.styles);
    if (!numbers) {
      numbers = this.numberLayers(row);
      byStyles.set(row.styles, numbers);
    }
    return numbers;
  }

  private numberLayers({ formats, styles }: RowModel): Map<number, number> {
    const columns = new Set([...Object.keys(formats ?? {}), ...Object.keys(styles ?? {})].map(Number));
    const numbers = new Map<number, number>();
    for (const column of [...columns].sort((a, b) => a - b)) {
      const format = formats?.[column];
      const style = styles?.[column];
      numbers.set(
        column,
        this.numberOf({ ...(format !== undefined && { format }), ...(style && { style }) }),
      );
    }
    return numbers;
  }

  private numberOf(look: Look): number {
    const key =
      look.format === undefined && look.style === undefined ? '' : JSON.stringify([look.format, look.style]);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.looks.length;
      this.looks.push(look);
      this.numbers.set(key, number);
    }
    return number;
  }

  /** The number of a conditional format's look. */
  ruleNumber(look: RuleLook): number {
    const { background, fontColor, bold, italic, strikethrough } = look;
    const font = [
      bold && '<b/>',
      italic && '<i/>',
      strikethrough && '<strike/>',
      fontColor && `<color rgb="${argb(fontColor)}"/>`,
    ].filter(Boolean);
    return this.ruleLooks.of(
      `<dxf>${font.length > 0 ? `<font>${font.join('')}</font>` : ''}${
        background
          ? `<fill><patternFill patternType="solid"><fgColor rgb="${argb(background)}"/><bgColor rgb="${argb(background)}"/></patternFill></fill>`
          : ''
      }</dxf>`,
    );
  }

  /** The styles part; to be asked for after all sheets are written. */
  xml(): string {
    const xfs = this.looks.map(({ format, style = {} }) => {
      const numbers = [
        this.formatNumber(format),
        this.fonts.of(fontXml(style)),
        this.fills.of(fillXml(style)),
      ];
      const alignment = alignmentXml(style);
      return `<xf numFmtId="${numbers[0]}" fontId="${numbers[1]}" fillId="${numbers[2]}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${
        alignment ? ` applyAlignment="1">${alignment}</xf>` : '/>'
      }`;
    });
    const own = [...this.formats].filter(([, number]) => number >= FIRST_FORMAT);
    const list = (name: string, items: readonly string[]): string =>
      `<${name} count="${items.length}">${items.join('')}</${name}>`;
    return `<styleSheet xmlns="${MAIN}">${[
      own.length > 0
        ? list(
            'numFmts',
            own.map(([code, number]) => `<numFmt numFmtId="${number}" formatCode="${escapeXml(code)}"/>`),
          )
        : '',
      list('fonts', this.fonts.items),
      list('fills', this.fills.items),
      '<borders count="1"><border/></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', xfs),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      list('dxfs', this.ruleLooks.items),
    ].join('')}</styleSheet>`;
  }

  private formatNumber(format: string | undefined): number {
    if (format === undefined || format === '') return 0;
    const number = this.formats.get(format) ?? FIRST_FORMAT + this.formats.size;
    this.formats.set(format, number);
    return number;
  }
}

class Numbered {
  readonly items: string[];
  private readonly numbers = new Map<string, number>();

  constructor(...items: string[]) {
    this.items = items;
    items.forEach((item, i) => {
      this.numbers.set(item, i);
    });
  }
  of(item: string): number {
    let number = this.numbers.get(item);
    if (number === undefined) {
      number = this.items.length;
      this.items.push(item);
      this.numbers.set(item, number);
    }
    return number;
  }
}

function fontXml({ fontWeight, fontStyle, fontSize, fontColor, fontFamily }: CellStyle): string {
  const colour = fontColor ? `<color rgb="${argb(fontColor)}"/>` : '';
  return `<font>${fontWeight === 'bold' ? '<b/>' : ''}${fontStyle === 'italic' ? '<i/>' : ''}<sz val="${fontSize ?? 10}"/>${colour}<name val="${escapeXml(fontFamily ?? 'Arial')}"/></font>`;
}

function fillXml({ background }: CellStyle): string {
  if (!background) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(background)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const HORIZONTAL = ['left', 'center', 'right', 'fill', 'justify', 'distributed'];

function alignmentXml({ horizontalAlignment, verticalAlignment, wrap }: CellStyle): string {
  const horizontal = HORIZONTAL.includes(horizontalAlignment ?? '')
    ? ` horizontal="${horizontalAlignment}"`
    : '';
  const vertical =
    verticalAlignment === 'middle'
      ? ' vertical="center"'
      : verticalAlignment === 'top'
        ? ' vertical="top"'
        : '';
  if (!horizontal && !vertical && !wrap) return '';
  return `<alignment${horizontal}${vertical}${wrap ? ' wrapText="1"' : ''}/>`;
}

/** `#rrggbb` as office files write it; a colour by any other name is black. */
function argb(colour: string): string {
  return /^#[0-9a-f]{6}$/i.test(colour) ? `FF${colour.slice(1).toUpperCase()}` : 'FF000000';
}

export { argb, MAIN };
