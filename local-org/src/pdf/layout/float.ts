/** Floats: they stand at the sides, and what follows stands between them until it is cleared. */
import type { StyledElement, StyledNode } from '../styled.ts';
import { flow } from './block.ts';
import { boxOf, sidesOf } from './box.ts';
import type { LayoutContext } from './context.ts';
import { extentOf } from './measure.ts';
import type { PdfNode } from './model.ts';

export function isFloat(element: StyledElement): boolean {
  return ['left', 'right'].includes(element.style.get('float') ?? 'none');
}

export interface FloatRow {
  readonly node: PdfNode;
  /** Index of the first child after the row. */
  readonly next: number;
}

/** The floats from `start` on and what stands beside them, as columns. */
export function floatRow(
  children: readonly StyledNode[],
  start: number,
  block: StyledElement,
  width: number,
  context: LayoutContext,
): FloatRow {
  const left: PdfNode[] = [];
  const right: PdfNode[] = [];
  const between: StyledNode[] = [];
  let taken = 0;
  let index = start;
  for (; index < children.length; index++) {
    const child = children[index];
    if (child.kind === 'element') {
      if (clears(child)) break;
      if (isFloat(child)) {
        const column = floatColumn(child, width - taken, width, context);
        if (taken > 0 && taken + Number(column.width) > width + 0.5) break;
        taken += Number(column.width);
        if (child.style.get('float') === 'left') left.push(column);
        else right.unshift(column);
        continue;
      }
    }
    between.push(child);
  }
  const rest = Math.max(0, width - taken);
  const middle: PdfNode = { stack: flow(between, block, rest, context), width: rest };
  return { node: { columns: [...left, middle, ...right], columnGap: 0 }, next: index };
}

function clears(element: StyledElement): boolean {
  return ['left', 'right', 'both'].includes(element.style.get('clear') ?? 'none');
}

/** As wide as it says, or as its content. */
function floatColumn(element: StyledElement, free: number, whole: number, context: LayoutContext): PdfNode {
  const box = boxOf(element, whole);
  const width =
    box.width === undefined ? Math.min(extentOf(element, context).max, Math.max(free, 0)) : box.width + sidesOf(box);
  // Percentages inside are of the float, which is in place already.
  const settled = {
    ...element,
    style: new Map([...element.style].filter(([name]) => name !== 'float' && name !== 'width')),
  };
  return { stack: flow([block(settled)], element, width, context), width };
}

function block(element: StyledElement): StyledElement {
  return element.style.get('display') === 'table'
    ? { ...element, style: new Map([...element.style, ['width', '100%']]) }
    : { ...element, style: new Map([...element.style, ['display', 'block']]) };
}
