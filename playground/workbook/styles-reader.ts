import type { CellStyle, ConditionalFormatModel } from '../sheets/model.ts';
import { readColour, type Theme } from './colours.ts';
import { isOn } from './xml-scanner.ts';
import { child, children, type XmlNode } from './xml-tree.ts';

/** How cells of one style number look; what is as in every plain cell is left out. */
export interface Look {
  readonly format?: string;
  readonly style?: CellStyle;
}

/** How a conditional format marks cells. */
export type RuleLook = Pick<
  ConditionalFormatModel,
  'background' | 'fontColor' | 'bold' | 'italic' | 'strikethrough'
>;

export interface FileStyles {
  /** By the number in a cell's `s`. */
  readonly looks: readonly Look[];
  /** By the number in a rule's `dxfId`. */
  readonly ruleLooks: readonly RuleLook[];
}

/** The formats that a file names by number only (ECMA-376, 18.8.30). 14 follows the reader's locale: see below. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** @param localDate the date format of the workbook's locale, which built-in format 14 means */
export function readStyles(part: XmlNode | undefined, theme: Theme, localDate: string): FileStyles {
  const formats = new Map<number, string>([
    [14, localDate],
    [22, `${localDate} h:mm`],
  ]);
  for (const { attributes } of children(child(part, 'numFmts'), 'numFmt')) {
    formats.set(Number(attributes.numFmtId), plainFormat(attributes.formatCode ?? ''));
  }
  const fonts = children(child(part, 'fonts'), 'font').map((font) => readFont(font, theme));
  const fills = children(child(part, 'fills'), 'fill').map((fill) => readFill(fill, theme, 'fgColor'));
  const xfs = children(child(part, 'cellXfs'), 'xf');
  // A plain cell's font is the first style's; only what differs from it was chosen by somebody.
  const plain = fonts[Number(xfs[0]?.attributes.fontId ?? 0)];
  const looks = xfs.map((xf): Look => {
    const id = Number(xf.attributes.numFmtId ?? 0);
    const format = formats.get(id) ?? BUILT_IN[id] ?? 'General';
    const font = fonts[Number(xf.attributes.fontId ?? 0)];
    const background = fills[Number(xf.attributes.fillId ?? 0)];
    const style: CellStyle = {
      ...(background && background !== '#ffffff' && { background }),
      ...(font?.fontColor && font.fontColor !== plain?.fontColor && { fontColor: font.fontColor }),
      ...(font?.fontWeight && { fontWeight: font.fontWeight }),
      ...(font?.fontStyle && { fontStyle: font.fontStyle }),
      ...(font?.fontSize && font.fontSize !== plain?.fontSize && { fontSize: font.fontSize }),
      ...(font?.fontFamily && font.fontFamily !== plain?.fontFamily && { fontFamily: font.fontFamily }),
      ...readAlignment(child(xf, 'alignment')),
    };
    return { ...(format !== 'General' && { format }), ...(Object.keys(style).length > 0 && { style }) };
  });
  const ruleLooks = children(child(part, 'dxfs'), 'dxf').map((dxf): RuleLook => {
    const font = child(dxf, 'font');
    const { fontColor, fontWeight, fontStyle } = font ? readFont(font, theme) : {};
    // In a rule's look the colour of a solid fill is the background colour.
    const fill = child(dxf, 'fill');
    const background = readFill(fill, theme, 'bgColor') ?? readFill(fill, theme, 'fgColor');
    return {
      ...(background && { background }),
      ...(fontColor && { fontColor }),
      ...(fontWeight && { bold: true }),
      ...(fontStyle && { italic: true }),
      ...(font && has(font, 'strike') && { strikethrough: true }),
    };
  });
  return { looks: looks.length === 0 ? [{}] : looks, ruleLooks };
}

/** Office programs write `yyyy\-mm\-dd`, `yyyy-mm-dd;@` and `[$-809]dd/mm/yyyy` for what Sheets calls `yyyy-mm-dd`, `dd/mm/yyyy`. */
function plainFormat(code: string): string {
  return code
    .replace(/\\([- /])/g, '$1')
    .replace(/\[\$-[0-9a-f]+\]/gi, '')
    .replace(/^([^;"]*[ymdhs][^;"]*);@$/i, '$1');
}

function has(font: XmlNode, name: string): boolean {
  const found = child(font, name);
  return found !== undefined && isOn(found.attributes.val ?? '1');
}

function readFont(font: XmlNode, theme: Theme): CellStyle {
  const fontColor = readColour(child(font, 'color'), theme);
  const size = Number(child(font, 'sz')?.attributes.val);
  const family = child(font, 'name')?.attributes.val;
  return {
    ...(has(font, 'b') && { fontWeight: 'bold' }),
    ...(has(font, 'i') && { fontStyle: 'italic' }),
    ...(fontColor && fontColor !== '#000000' && { fontColor }),
    ...(size > 0 && { fontSize: size }),
    ...(family && { fontFamily: family }),
  };
}

function readFill(fill: XmlNode | undefined, theme: Theme, which: 'fgColor' | 'bgColor'): string | null {
  const pattern = child(fill, 'patternFill');
  if (!pattern || pattern.attributes.patternType === 'none') return null;
  return readColour(child(pattern, which), theme);
}

function readAlignment(alignment: XmlNode | undefined): CellStyle {
  if (!alignment) return {};
  const { horizontal, vertical, wrapText } = alignment.attributes;
  return {
    ...(horizontal && horizontal !== 'general' && { horizontalAlignment: horizontal }),
    ...(vertical &&
      vertical !== 'bottom' && { verticalAlignment: vertical === 'center' ? 'middle' : vertical }),
    ...(isOn(wrapText) && { wrap: true }),
  };
}
