/** Lists: items with a mark or number in front. */
import type { StyledElement } from '../styled.ts';
import { flow } from './block.ts';
import type { Box } from './box.ts';
import type { LayoutContext } from './context.ts';
import type { PdfNode } from './model.ts';

/** Width that the marks take. */
const MARK = 14;

const TYPES: Readonly<Record<string, string>> = {
  disc: 'disc',
  circle: 'circle',
  square: 'square',
  none: 'none',
  'lower-alpha': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
};

export function listNode(element: StyledElement, box: Box, available: number, context: LayoutContext): PdfNode {
  const left = box.margin.left + box.padding.left;
  const width = Math.max(0, available - left - box.margin.right - box.padding.right);
  const items = element.children
    .filter((child) => child.kind === 'element')
    .map((item): PdfNode => ({
      stack: flow(item.children, item, width, context),
      fontSize: item.fontSize,
    }));
  const marked = element.style.get('list-style-type') ?? 'disc';
  const start = Number(element.attributes.get('start') ?? '1');
  const type = TYPES[marked];
  const list: PdfNode =
    element.tag === 'ol' && (type === undefined || type.includes('-') || type === 'none')
      ? { ol: items, start, ...(type !== undefined && { type }) }
      : { ul: items, ...(type !== undefined && { type }) };
  // The mark stands in the margin.
  return { stack: [list], margin: [Math.max(0, left - MARK), box.padding.top, box.margin.right, box.padding.bottom] };
}
