/** How wide content wants to be, and how narrow it can be: for tables and floats, whose width follows from their content. */
import type { StyledElement, StyledNode } from '../styled.ts';
import { boxOf, sidesOf } from './box.ts';
import type { LayoutContext } from './context.ts';
import { fontOf, isBold, textWidth } from './fonts.ts';
import { imageSize } from './image.ts';
import { isBlockLevel } from './level.ts';

export interface Extent {
  readonly min: number;
  readonly max: number;
}

const NOTHING: Extent = { min: 0, max: 0 };

export function extentOf(node: StyledNode, context: LayoutContext): Extent {
  if (node.kind === 'counter') return { min: node.fontSize, max: node.fontSize };
  if (node.kind === 'text') {
    const text = node.text.replace(/\s+/g, ' ');
    const bold = isBold(node.style);
    const font = fontOf(node.style, context.report);
    const upper = node.style.get('text-transform') === 'uppercase';
    const width = (part: string) => textWidth(upper ? part.toUpperCase() : part, node.fontSize, bold, font);
    const whole = width(text);
    const narrow = node.style.get('white-space') === 'nowrap';
    return { max: whole, min: narrow ? whole : Math.max(0, ...text.split(/[ -]/).map(width)) };
  }
  return elementExtent(node, context);
}

function elementExtent(element: StyledElement, context: LayoutContext): Extent {
  if (element.tag === 'br') return NOTHING;
  if (element.tag === 'img' || element.tag === 'svg') {
    const width = imageSize(element, context, Infinity)?.width ?? 0;
    return { min: width, max: width };
  }
  const box = boxOf(element, 0);
  const sides = sidesOf(box);
  if (box.width !== undefined && box.width > 0) return { min: box.width + sides, max: box.width + sides };
  if (element.style.get('display') === 'table-row') return plus(row(element, context), sides);
  return plus(flow(element.children, context), sides);
}

/** Blocks lie under each other, everything else beside. */
function flow(children: readonly StyledNode[], context: LayoutContext): Extent {
  let widest = NOTHING;
  let line = NOTHING;
  const endLine = () => {
    widest = { min: Math.max(widest.min, line.min), max: Math.max(widest.max, line.max) };
    line = NOTHING;
  };
  for (const child of children) {
    const extent = extentOf(child, context);
    const ends = child.kind === 'element' && (isBlockLevel(child) || child.tag === 'br');
    if (ends) endLine();
    line = { min: Math.max(line.min, extent.min), max: line.max + extent.max };
    if (ends) endLine();
  }
  endLine();
  return widest;
}

function row(element: StyledElement, context: LayoutContext): Extent {
  const cells = element.children.filter((child) => child.kind === 'element').map((child) => extentOf(child, context));
  return cells.reduce((sum, cell) => ({ min: sum.min + cell.min, max: sum.max + cell.max }), NOTHING);
}

function plus(extent: Extent, sides: number): Extent {
  // Estimated widths of text are off by a little.
  return { min: extent.min * 1.03 + sides, max: extent.max * 1.03 + sides };
}
