/** Names that a style sheet knows, as the platform takes them (Range.setBackground: "CSS notation"). */
const NAMED: Readonly<Record<string, string>> = {
  aqua: '#00ffff',
  black: '#000000',
  blue: '#0000ff',
  brown: '#a52a2a',
  cyan: '#00ffff',
  fuchsia: '#ff00ff',
  gold: '#ffd700',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  lightblue: '#add8e6',
  lightgray: '#d3d3d3',
  lightgreen: '#90ee90',
  lightgrey: '#d3d3d3',
  lightyellow: '#ffffe0',
  lime: '#00ff00',
  magenta: '#ff00ff',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#ffa500',
  pink: '#ffc0cb',
  purple: '#800080',
  red: '#ff0000',
  silver: '#c0c0c0',
  teal: '#008080',
  violet: '#ee82ee',
  white: '#ffffff',
  yellow: '#ffff00',
};

/** A colour as it is kept, `#rrggbb`; null takes the colour away, undefined is no colour and changes nothing. */
export function colour(text: string | null): string | null | undefined {
  if (text === null) return null;
  const name = text.trim().toLowerCase();
  if (/^#[\da-f]{6}$/.test(name)) return name;
  if (/^#[\da-f]{3}$/.test(name)) return name.replace(/[\da-f]/g, '$&$&');
  return NAMED[name];
}
