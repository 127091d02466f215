/** Lines of text: inline elements become runs of one font and colour. */
import { color, length } from '../css/values.ts';
import type { Style } from '../css/cascade.ts';
import type { StyledElement, StyledNode } from '../styled.ts';
import type { LayoutContext } from './context.ts';
import { fontOf, hasCharacters, isBold, lineHeight } from './fonts.ts';
import type { PdfNode, PdfRun } from './model.ts';

/** The nodes as one paragraph; undefined when there is nothing in it to see. */
export function paragraph(
  nodes: readonly StyledNode[],
  block: StyledElement,
  context: LayoutContext,
): PdfNode | undefined {
  const runs = collapse(nodes.flatMap((node) => runsOf(node, context, {})));
  if (runs.length === 0) return undefined;
  const { style, fontSize } = block;
  const { above } = lineHeight(style, fontOf(style, context.report), fontSize);
  // pdfmake puts all of the leading below a line; half of it belongs above.
  const node: PdfNode = {
    text: runs.map(({ preserved: _, ...run }) => run),
    alignment: alignmentOf(style),
    margin: [0, above, 0, -above],
  };
  const indent = length(style.get('text-indent') ?? '0', fontSize, 0) ?? 0;
  if (indent > 0) node.leadingIndent = indent;
  if (style.get('white-space') === 'nowrap') node.noWrap = true;
  return node;
}

export function alignmentOf(style: Style): string {
  const align = style.get('text-align') ?? 'left';
  return align === 'end' ? 'right' : ['right', 'center', 'justify'].includes(align) ? align : 'left';
}

interface Run extends PdfRun {
  readonly preserved: boolean;
}

/** What elements around a text add that is not inherited. */
interface Around {
  readonly decoration?: string;
  readonly background?: string;
  readonly link?: string;
  readonly shift?: 'sup' | 'sub';
}

function runsOf(node: StyledNode, context: LayoutContext, around: Around): Run[] {
  if (node.kind === 'text') return textRuns(node.text, node.style, node.fontSize, context, around);
  if (node.kind === 'counter') {
    if (context.page === undefined) context.report('Page counters are known in margin boxes and running elements only');
    const number = context.page?.[node.counter];
    return textRuns(number === undefined ? '' : String(number), node.style, node.fontSize, context, around);
  }
  if (node.tag === 'br') return [newLine(node)];
  const inner = { ...around, ...decorationsOf(node) };
  return node.children.flatMap((child) => runsOf(child, context, inner));
}

function newLine({ fontSize }: StyledElement): Run {
  return { text: '\n', font: 'Helvetica', fontSize, lineHeight: 1, preserved: true };
}

function decorationsOf({ style, tag, attributes }: StyledElement): Around {
  const text = style.get('text-decoration') ?? '';
  const decoration = text.includes('underline')
    ? 'underline'
    : text.includes('line-through')
      ? 'lineThrough'
      : undefined;
  const background = color(style.get('background-color') ?? 'transparent') ?? undefined;
  const href = attributes.get('href');
  const link = tag === 'a' && href !== undefined && /^(https?:|mailto:)/.test(href) ? href : undefined;
  const vertical = style.get('vertical-align');
  const shift = vertical === 'super' ? 'sup' : vertical === 'sub' ? 'sub' : undefined;
  return {
    ...(decoration !== undefined && { decoration }),
    ...(background !== undefined && { background }),
    ...(link !== undefined && { link }),
    ...(shift !== undefined && { shift }),
  };
}

function textRuns(source: string, style: Style, fontSize: number, context: LayoutContext, around: Around): Run[] {
  if (style.get('visibility') === 'hidden') return [];
  const space = style.get('white-space') ?? 'normal';
  const preserved = space === 'pre' || space === 'pre-wrap';
  const text = transformed(preserved ? source : source.replace(/[ \t\r\n\f]+/g, ' '), style.get('text-transform'));
  if (text === '') return [];
  const font = fontOf(style, context.report);
  const spacing = length(style.get('letter-spacing') ?? '0', fontSize, 0) ?? 0;
  const run = {
    fontSize,
    preserved,
    color: color(style.get('color') ?? '#000000') ?? '#000000',
    ...(isBold(style) && { bold: true }),
    ...(/italic|oblique/.test(style.get('font-style') ?? '') && { italics: true }),
    ...(spacing !== 0 && { characterSpacing: spacing }),
    ...(around.decoration !== undefined && { decoration: around.decoration }),
    ...(around.background !== undefined && { background: around.background }),
    ...(around.link !== undefined && { link: around.link }),
    ...(around.shift !== undefined && { [around.shift]: true }),
  };
  return byFont(text, font).map((part) => {
    return { ...run, ...part, lineHeight: lineHeight(style, part.font, fontSize).factor };
  });
}

/** Words with characters that the font lacks are set in one that has them. */
function byFont(text: string, font: string): { text: string; font: string }[] {
  if (hasCharacters(font, text)) return [{ text, font }];
  const parts: { text: string; font: string }[] = [];
  for (const word of text.match(/\s+|\S+/g) ?? []) {
    const needed = hasCharacters(font, word) ? font : 'Roboto';
    const last = parts.at(-1);
    if (last?.font === needed) last.text += word;
    else parts.push({ text: word, font: needed });
  }
  return parts;
}

function transformed(text: string, transform: string | undefined): string {
  if (transform === 'uppercase') return text.toUpperCase();
  if (transform === 'lowercase') return text.toLowerCase();
  if (transform === 'capitalize')
    return text.replace(/(^|\s)(\S)/g, (_, before: string, first: string) => before + first.toUpperCase());
  return text;
}

/** Spaces at the ends of lines and runs of them go. */
function collapse(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    let { text } = run;
    if (!run.preserved && afterSpace) text = text.replace(/^ +/, '');
    if (text === '') continue;
    afterSpace = text === '\n' || (!run.preserved && text.endsWith(' '));
    if (text === '\n') trimEnd(kept);
    kept.push({ ...run, text });
  }
  trimEnd(kept);
  if (kept.at(-1)?.text === '\n') kept.pop();
  return kept;
}

function trimEnd(runs: Run[]): void {
  for (let last = runs.at(-1); last !== undefined && !last.preserved; last = runs.at(-1)) {
    const text = last.text.replace(/ +$/, '');
    if (text !== '') {
      runs[runs.length - 1] = { ...last, text };
      return;
    }
    runs.pop();
  }
}
