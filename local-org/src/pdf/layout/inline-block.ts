/** Inline blocks beside each other. */
import type { StyledElement, StyledNode } from '../styled.ts';
import { flow } from './block.ts';
import { boxOf, sidesOf } from './box.ts';
import type { LayoutContext } from './context.ts';
import { alignmentOf } from './inline.ts';
import { extentOf } from './measure.ts';
import type { PdfNode } from './model.ts';

/** Columns, when the line holds nothing but inline blocks. */
export function inlineBlockRow(
  nodes: readonly StyledNode[],
  block: StyledElement,
  width: number,
  context: LayoutContext,
): PdfNode | undefined {
  const visible = nodes.filter((node) => node.kind !== 'text' || node.text.trim() !== '');
  if (!visible.every((node) => node.kind === 'element' && node.style.get('display') === 'inline-block'))
    return undefined;
  const columns = (visible as StyledElement[]).map((element) => column(element, width, context));
  const rest = Math.max(0, width - columns.reduce((sum, { width: own }) => sum + Number(own), 0));
  const gap: PdfNode = { text: '', width: rest };
  const half: PdfNode = { text: '', width: rest / 2 };
  const alignment = alignmentOf(block.style);
  const placed =
    alignment === 'right' ? [gap, ...columns] : alignment === 'center' ? [half, ...columns, half] : columns;
  return { columns: placed, columnGap: 0 };
}

function column(element: StyledElement, available: number, context: LayoutContext): PdfNode {
  const box = boxOf(element, available);
  const width =
    box.width === undefined ? Math.min(extentOf(element, context).max, available) : box.width + sidesOf(box);
  const style = new Map([...element.style, ['display', 'block'] as const].filter(([name]) => name !== 'width'));
  return { stack: flow([{ ...element, style }], element, width, context), width };
}
