import { child, type XmlNode } from './xml-tree.ts';

/** The colours an office file names by number: the theme's (in the order the number counts) and the old palette. */
export type Theme = readonly string[];

const OFFICE_THEME: Theme = [
  'ffffff',
  '000000',
  'e7e6e6',
  '44546a',
  '4472c4',
  'ed7d31',
  'a5a5a5',
  'ffc000',
  '5b9bd5',
  '70ad47',
  '0563c1',
  '954f72',
];
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const PALETTE = (
  '000000ffffffff000000ff000000ffffff00ff00ff00ffff' +
  '8000000080000000808080008000800080' +
  '80c0c0c08080809999ff993366ffffccccffff660066ff80800066ccccccff' +
  '000080ff00ffffff0000ffff8000808000000080800000ff' +
  '00ccffccffffccffccffff9999ccffff99cccc99ffffcc99' +
  '3366ff33cccc99cc00ffcc00ff9900ff6600666699969696' +
  '003366339966003300333300993300993366333399333333'
).match(/.{6}/g) as string[];

export function readTheme(part: XmlNode | undefined): Theme {
  const scheme = child(child(part, 'themeElements'), 'clrScheme');
  if (!scheme) return OFFICE_THEME;
  return THEME_ORDER.map((name, i) => {
    const colour = child(scheme, name)?.children[0];
    const hex = colour?.attributes.lastClr ?? colour?.attributes.val ?? '';
    return /^[0-9a-f]{6}$/i.test(hex) ? hex.toLowerCase() : (OFFICE_THEME[i] as string);
  });
}

/** A colour element as `#rrggbb`; null for none and for "automatic". */
export function readColour(node: XmlNode | undefined, theme: Theme): string | null {
  if (!node) return null;
  const { rgb, theme: number, indexed, tint } = node.attributes;
  let hex: string | undefined;
  if (rgb !== undefined) hex = rgb.slice(-6).toLowerCase();
  else if (number !== undefined) hex = theme[Number(number)];
  // The palette's first eight stand twice in it.
  else if (indexed !== undefined) hex = PALETTE[Number(indexed) < 8 ? Number(indexed) : Number(indexed) - 8];
  if (hex === undefined || !/^[0-9a-f]{6}$/.test(hex)) return null;
  return `#${tint === undefined ? hex : tinted(hex, Number(tint))}`;
}

/** Lighter (to 1) or darker (to -1), each channel alone: near enough to the lightness that office programs change. */
function tinted(hex: string, tint: number): string {
  return (hex.match(/../g) as string[])
    .map((pair) => {
      const value = Number.parseInt(pair, 16);
      const changed = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
      return Math.round(Math.min(255, Math.max(0, changed)))
        .toString(16)
        .padStart(2, '0');
    })
    .join('');
}
