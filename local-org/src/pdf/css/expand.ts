/** Shorthand properties, written out. */
import { borderParts, color, fourValues } from './values.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** The longhand properties of one declaration. */
export function expand(property: string, value: string): readonly (readonly [string, string])[] {
  switch (property) {
    case 'margin':
    case 'padding':
      return sides(value, (side) => `${property}-${side}`);
    case 'border-width':
    case 'border-style':
    case 'border-color':
      return sides(value, (side) => `border-${side}-${property.slice('border-'.length)}`);
    case 'border':
      return SIDES.flatMap((side) => border(side, value));
    case 'border-top':
    case 'border-right':
    case 'border-bottom':
    case 'border-left':
      return border(property.slice('border-'.length), value);
    case 'background':
      return background(value);
    case 'font':
      return font(value);
    case 'list-style':
      return [['list-style-type', value.split(/\s+/)[0]]];
    default:
      return [[property, value]];
  }
}

function sides(value: string, name: (side: string) => string): [string, string][] {
  return fourValues(value).map((part, index) => [name(SIDES[index]), part]);
}

function border(side: string, value: string): [string, string][] {
  const { width = '2px', style = 'none', color: line = 'inherit-color' } = borderParts(value === '0' ? 'none' : value);
  return [
    [`border-${side}-width`, width],
    [`border-${side}-style`, style],
    [`border-${side}-color`, line],
  ];
}

function background(value: string): [string, string][] {
  if (/url\(|gradient\(/.test(value)) return [['background-image', value]];
  const found = (value.match(/[\w-]+\([^)]*\)|\S+/g) ?? []).find((word) => color(word) !== undefined);
  return [['background-color', found ?? 'transparent']];
}

/** `italic bold 12pt/1.2 Arial, sans-serif`. */
function font(value: string): [string, string][] {
  const match = /^(.*?)([\d.]+(?:pt|px|em|rem|%|mm))(?:\/([\w.%]+))?\s+(.+)$/.exec(value);
  if (match === null) return [['font', value]];
  const [, before, size, line, family] = match;
  return [
    ['font-style', /\b(italic|oblique)\b/.test(before) ? 'italic' : 'normal'],
    ['font-weight', /\b(bold|[6-9]00)\b/.exec(before)?.[0] ?? 'normal'],
    ['font-size', size],
    ['line-height', line ?? 'normal'],
    ['font-family', family],
  ];
}
