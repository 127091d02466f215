/** Which of the fonts a family name means, and how wide and high its text is about. */
import type { Style } from '../css/cascade.ts';
import { length } from '../css/values.ts';

const FAMILIES: Readonly<Record<string, string>> = {
  'sans-serif': 'Helvetica',
  arial: 'Helvetica',
  helvetica: 'Helvetica',
  serif: 'Times',
  times: 'Times',
  'times new roman': 'Times',
  monospace: 'Courier',
  courier: 'Courier',
  'courier new': 'Courier',
  'arial unicode ms': 'Roboto',
};

/** From the deepest to the highest point of each font, to its size: what pdfmake takes for a line. */
const NATURAL_HEIGHT: Readonly<Record<string, number>> = {
  Helvetica: 0.925,
  Times: 0.9,
  Courier: 0.786,
  Roboto: 1.172,
};

/** A line to the size of its font when `line-height` is `normal`. */
const NORMAL_LINE = 1.15;

/** "PDF rendering supports the fonts Times, Helvetica, Courier and Arial Unicode MS"; Times is what other names become. */
export function fontOf(style: Style, report: (problem: string) => void): string {
  const families = (style.get('font-family') ?? 'serif')
    .split(',')
    .map((name) => name.trim().replace(/["']/g, '').toLowerCase());
  const known = families.find((name) => FAMILIES[name] !== undefined);
  if (known === undefined)
    report(`The font ${families[0]} is not there: PDF files have Arial Unicode MS, Helvetica, Times and Courier`);
  return FAMILIES[known ?? 'serif'];
}

/** Characters of Windows code page 1252 that are not in ISO 8859-1. */
const WIN_ANSI =
  '\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178';

/** The standard fonts have the characters of Western Europe; others are taken from a font that is embedded. */
export function hasCharacters(font: string, text: string): boolean {
  if (font === 'Roboto') return true;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code > 0xff && !WIN_ANSI.includes(character)) return false;
  }
  return true;
}

export function isBold(style: Style): boolean {
  const weight = style.get('font-weight') ?? 'normal';
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

/** As a multiple of the font's own line height, and how much of it lies above the text. */
export function lineHeight(
  style: Style,
  font: string,
  fontSize: number,
): { readonly factor: number; readonly above: number } {
  const value = style.get('line-height') ?? 'normal';
  const number = value === 'normal' ? NORMAL_LINE : Number(value);
  const wanted = Number.isNaN(number)
    ? (length(value, fontSize, fontSize) ?? fontSize * NORMAL_LINE)
    : number * fontSize;
  const natural = fontSize * NATURAL_HEIGHT[font];
  return { factor: wanted / natural, above: (wanted - natural) / 2 };
}

/** A line of text in points, to weigh columns against each other. */
export function textWidth(text: string, fontSize: number, bold: boolean, font: string): number {
  if (font === 'Courier') return text.length * fontSize * 0.6;
  let width = 0;
  for (const character of text) {
    if (/[ilj.,;:'|!I\s]/.test(character)) width += 0.28;
    else if (/[frt()\-/[\]]/.test(character)) width += 0.34;
    else if (/[mwMW%@]/.test(character)) width += 0.86;
    else if (/[A-Z&]/.test(character)) width += 0.69;
    else width += 0.556;
  }
  return width * fontSize * (bold ? 1.07 : 1);
}
