/** Values of CSS: lengths in points, colours, borders. */

const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  pc: 12,
};

/** `em` is the size of the font; `whole` what percentages are of. Undefined for `auto` and what is no length. */
export function length(text: string, em: number, whole: number): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(pt|px|in|cm|mm|pc|em|rem|ex|%)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const number = Number(match[1]);
  const unit = match[2]?.toLowerCase();
  if (unit === undefined) return number === 0 ? 0 : undefined;
  if (unit === '%') return (number / 100) * whole;
  if (unit === 'em') return number * em;
  if (unit === 'rem') return number * 12;
  if (unit === 'ex') return number * em * 0.5;
  return number * POINTS[unit];
}

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const NAMES: Readonly<Record<string, string>> = {
  aliceblue: '#f0f8ff',
  beige: '#f5f5dc',
  black: '#000000',
  blue: '#0000ff',
  brown: '#a52a2a',
  coral: '#ff7f50',
  crimson: '#dc143c',
  cyan: '#00ffff',
  darkblue: '#00008b',
  darkgray: '#a9a9a9',
  darkgreen: '#006400',
  darkgrey: '#a9a9a9',
  darkorange: '#ff8c00',
  darkred: '#8b0000',
  dimgray: '#696969',
  dimgrey: '#696969',
  firebrick: '#b22222',
  gainsboro: '#dcdcdc',
  ghostwhite: '#f8f8ff',
  gold: '#ffd700',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  indigo: '#4b0082',
  ivory: '#fffff0',
  lavender: '#e6e6fa',
  lightblue: '#add8e6',
  lightgray: '#d3d3d3',
  lightgreen: '#90ee90',
  lightgrey: '#d3d3d3',
  lightyellow: '#ffffe0',
  lime: '#00ff00',
  magenta: '#ff00ff',
  maroon: '#800000',
  midnightblue: '#191970',
  navy: '#000080',
  olive: '#808000',
  orange: '#ffa500',
  pink: '#ffc0cb',
  purple: '#800080',
  red: '#ff0000',
  royalblue: '#4169e1',
  seagreen: '#2e8b57',
  silver: '#c0c0c0',
  slategray: '#708090',
  slategrey: '#708090',
  steelblue: '#4682b4',
  teal: '#008080',
  tomato: '#ff6347',
  turquoise: '#40e0d0',
  violet: '#ee82ee',
  white: '#ffffff',
  whitesmoke: '#f5f5f5',
  yellow: '#ffff00',
};

/** `#rrggbb`; null for none at all, undefined for what is no colour. */
export function color(text: string): string | null | undefined {
  const value = text.trim().toLowerCase();
  if (value === 'transparent' || value === 'none') return null;
  if (/^#[\da-f]{6}$/.test(value)) return value;
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(value);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const rgb = /^rgba?\(([^)]*)\)$/.exec(value);
  if (rgb === null) return NAMES[value];
  const parts = rgb[1].split(/[\s,/]+/).filter((part) => part !== '');
  if (parts.length < 3) return undefined;
  if (parts[3] !== undefined && Number(parts[3]) === 0) return null;
  return `#${parts
    .slice(0, 3)
    .map((part) => channel(part).toString(16).padStart(2, '0'))
    .join('')}`;
}

function channel(text: string): number {
  const number = text.endsWith('%') ? (parseFloat(text) / 100) * 255 : parseFloat(text);
  return Math.max(0, Math.min(255, Math.round(number)));
}

/** The four values of `margin: 1px 2px`. */
export function fourValues(value: string): readonly [string, string, string, string] {
  const [top, right = top, bottom = top, left = right] = value.trim().split(/\s+/);
  return [top, right, bottom, left];
}

const LINE_STYLES = new Set([
  'none',
  'hidden',
  'solid',
  'dashed',
  'dotted',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
]);
const WIDTH_WORDS: Readonly<Record<string, string>> = { thin: '1px', medium: '2px', thick: '4px' };

/** The parts of `border: 1px solid red`. */
export function borderParts(value: string): { width?: string; style?: string; color?: string } {
  const parts: { width?: string; style?: string; color?: string } = {};
  for (const word of value.trim().match(/[\w-]+\([^)]*\)|\S+/g) ?? []) {
    if (LINE_STYLES.has(word)) parts.style = word;
    else if (word in WIDTH_WORDS || length(word, 12, 0) !== undefined) parts.width = WIDTH_WORDS[word] ?? word;
    else parts.color = word;
  }
  return parts;
}
