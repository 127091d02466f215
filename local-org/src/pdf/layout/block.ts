/** Blocks under each other: boxes with margins, borders and backgrounds (CSS 2.1, chapters 8 and 9). */
import { length } from '../css/values.ts';
import type { StyledElement, StyledNode } from '../styled.ts';
import { boxOf, hasBorder, type Box } from './box.ts';
import type { LayoutContext } from './context.ts';
import { floatRow, isFloat } from './float.ts';
import { imageNode } from './image.ts';
import { inlineBlockRow } from './inline-block.ts';
import { paragraph } from './inline.ts';
import { isBlockLevel } from './level.ts';
import { listNode } from './list.ts';
import { type FourNumbers, type PdfNode, tableLayout } from './model.ts';
import { tableNode } from './table.ts';

/** A block as it is set, and the margins that collapse with its neighbours'. */
interface Placed {
  readonly node: PdfNode;
  readonly top: number;
  readonly bottom: number;
}

/** The content of a block, in a column of this width. */
export function flow(
  children: readonly StyledNode[],
  block: StyledElement,
  width: number,
  context: LayoutContext,
): PdfNode[] {
  const placed: Placed[] = [];
  let line: StyledNode[] = [];
  const endLine = () => {
    placed.push(...lineNodes(line, block, width, context).map((node) => ({ node, top: 0, bottom: 0 })));
    line = [];
  };
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (child.kind !== 'element') line.push(child);
    else if (isFloat(child)) {
      endLine();
      const { node, next } = floatRow(children, index, block, width, context);
      placed.push({ node, top: 0, bottom: 0 });
      index = next - 1;
    } else if (isBlockLevel(child)) {
      endLine();
      placed.push(blockNode(child, width, context));
    } else line.push(child);
  }
  endLine();
  return collapsed(placed);
}

/** The larger of two margins that meet stands. */
function collapsed(placed: readonly Placed[]): PdfNode[] {
  let before = 0;
  return placed.map(({ node, top, bottom }) => {
    const [left, , right, inner] = node.margin ?? [0, 0, 0, 0];
    const used = Math.max(0, top - before);
    before = bottom;
    return top === 0 && bottom === 0 ? node : { ...node, margin: [left, used, right, inner + bottom] as FourNumbers };
  });
}

/** Text, or pictures and inline blocks, on lines. */
function lineNodes(
  nodes: readonly StyledNode[],
  block: StyledElement,
  width: number,
  context: LayoutContext,
): PdfNode[] {
  if (nodes.every((node) => node.kind === 'text' && node.text.trim() === '')) return [];
  const row = inlineBlockRow(nodes, block, width, context);
  if (row !== undefined) return [row];
  const content: PdfNode[] = [];
  let text: StyledNode[] = [];
  const endText = () => {
    const node = paragraph(text, block, context);
    if (node !== undefined) content.push(node);
    text = [];
  };
  for (const node of nodes.flatMap(spread)) {
    if (node.kind !== 'element' || (node.tag !== 'img' && node.tag !== 'svg')) text.push(node);
    else {
      endText();
      const picture = imageNode(
        { ...node, style: new Map([...node.style, ['text-align', block.style.get('text-align') ?? 'left']]) },
        context,
        width,
      );
      if (picture !== undefined) content.push(picture);
    }
  }
  endText();
  return content;
}

/** Pictures inside of links and other inline elements come to the surface. */
function spread(node: StyledNode): StyledNode[] {
  if (node.kind !== 'element' || node.tag === 'img' || node.tag === 'svg') return [node];
  return holdsPicture(node) ? node.children.flatMap(spread) : [node];
}

function holdsPicture(node: StyledNode): boolean {
  return node.kind === 'element' && (node.tag === 'img' || node.tag === 'svg' || node.children.some(holdsPicture));
}

function blockNode(element: StyledElement, available: number, context: LayoutContext): Placed {
  const box = boxOf(element, available);
  const node = withBreaks(element, boxNode(element, box, available, context));
  return { node, top: box.margin.top, bottom: box.margin.bottom };
}

/** The node of a block with its side margins; those above and below are the flow's. */
function boxNode(element: StyledElement, box: Box, available: number, context: LayoutContext): PdfNode {
  const display = element.style.get('display');
  if (display === 'flex' || display === 'grid')
    context.report(`display: ${display} is set as display: block in PDF files`);
  if (element.style.get('position') === 'absolute' || element.style.get('position') === 'fixed') {
    context.report(`position: ${element.style.get('position')} is not supported in PDF files`);
  }
  if (display === 'table') return tableNode(element, box, available, context);
  if (element.tag === 'ul' || element.tag === 'ol') return listNode(element, box, available, context);
  const { padding, border } = box;
  const outside = box.margin.left + box.margin.right + border.left.width + border.right.width;
  const inner = box.width ?? Math.max(0, available - outside - padding.left - padding.right);
  const full = inner + padding.left + padding.right + border.left.width + border.right.width;
  const left = leftMargin(box, available, full);
  const content = flow(element.children, element, inner, context);
  const least = box.height ?? 0;
  const paddings: FourNumbers = [padding.left, padding.top, padding.right, padding.bottom];
  if (!hasBorder(box) && box.background === undefined) {
    const right = Math.max(0, available - left - full);
    const height = content.length === 0 ? least : 0;
    return {
      stack: content,
      margin: [left + padding.left, padding.top, right + padding.right, padding.bottom + height],
    };
  }
  return {
    stack: [boxTable(content, box, inner + padding.left + padding.right, paddings, least)],
    margin: [left, 0, 0, 0],
  };
}

/** A box that can be seen is a table of one cell. */
export function boxTable(content: PdfNode[], box: Box, width: number, paddings: FourNumbers, height: number): PdfNode {
  const { border } = box;
  const lines = [border.left, border.top, border.right, border.bottom];
  const cell: PdfNode = {
    stack: content,
    margin: paddings,
    border: lines.map((line) => line.width > 0) as [boolean, boolean, boolean, boolean],
    borderColor: lines.map((line) => line.color) as [string, string, string, string],
    ...(box.background !== undefined && { fillColor: box.background }),
  };
  return {
    table: { widths: [width], body: [[cell]], ...(height > 0 && { heights: height + paddings[1] + paddings[3] }) },
    layout: tableLayout([border.top.width, border.bottom.width], [border.left.width, border.right.width]),
  };
}

/** `margin: 0 auto` puts a box in the middle. */
export function leftMargin({ margin, auto }: Box, available: number, width: number): number {
  if (!auto.left) return margin.left;
  const free = Math.max(0, available - width);
  return auto.right ? free / 2 : Math.max(0, free - margin.right);
}

/** Page breaks before, after and inside. */
export function withBreaks({ style }: StyledElement, node: PdfNode): PdfNode {
  const is = (name: string, ...values: readonly string[]) =>
    values.includes(style.get(`page-break-${name}`) ?? style.get(`break-${name}`) ?? 'auto');
  const unbreakable = is('inside', 'avoid', 'avoid-page') ? { unbreakable: true } : {};
  if (is('before', 'always', 'page', 'left', 'right')) return { ...node, ...unbreakable, pageBreak: 'before' };
  if (is('after', 'always', 'page', 'left', 'right')) return { ...node, ...unbreakable, pageBreak: 'after' };
  return { ...node, ...unbreakable };
}

/** The indent of a length property. */
export function lengthOf(element: StyledElement, name: string, whole: number): number | undefined {
  return length(element.style.get(name) ?? 'auto', element.fontSize, whole);
}
