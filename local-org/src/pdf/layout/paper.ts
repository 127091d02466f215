/** The page: size, margins, and the boxes in them (CSS Paged Media, as far as the platform's renderer has it). */
import type { Declaration, PageRule } from '../css/parse.ts';
import { expand } from '../css/expand.ts';
import { length } from '../css/values.ts';
import { contentNodes, type StyledElement, type StyledNode } from '../styled.ts';
import { flow } from './block.ts';
import type { LayoutContext } from './context.ts';
import { extentOf } from './measure.ts';
import type { FourNumbers, PdfNode } from './model.ts';

const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  a3: [841.89, 1190.55],
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
  b5: [498.9, 708.66],
  letter: [612, 792],
  legal: [612, 1008],
  ledger: [1224, 792],
};

export interface Paper {
  readonly width: number;
  readonly height: number;
  /** Left, top, right, bottom. */
  readonly margins: FourNumbers;
  /** Declarations of the margin boxes by page: `first` for the first, `` for all others. */
  boxes(pseudo: '' | 'first'): ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Letter with margins of three quarters of an inch, unless `@page` says otherwise. */
export function paperOf(rules: readonly PageRule[], report: (problem: string) => void): Paper {
  const general = rules.filter(({ pseudo }) => pseudo === '');
  const first = rules.filter(({ pseudo }) => pseudo === 'first');
  for (const { pseudo } of rules) if (pseudo !== '' && pseudo !== 'first') report(`@page :${pseudo} is not supported`);
  const style = longhand(general.flatMap(({ declarations }) => declarations));
  const [width, height] = sizeOf(style.get('size') ?? 'letter', report);
  const margin = (side: string, whole: number) => length(style.get(`margin-${side}`) ?? '0.75in', 12, whole) ?? 54;
  if (first.some(({ declarations }) => declarations.length > 0)) report('@page :first can have margin boxes only');
  return {
    width,
    height,
    margins: [margin('left', width), margin('top', height), margin('right', width), margin('bottom', height)],
    boxes: (pseudo) => {
      const sources = pseudo === 'first' ? [...general, ...first] : general;
      const boxes = new Map<string, Map<string, string>>();
      for (const { boxes: found } of sources) {
        for (const [name, declarations] of found) {
          boxes.set(name, new Map([...(boxes.get(name) ?? []), ...longhand(declarations)]));
        }
      }
      return boxes;
    },
  };
}

function longhand(declarations: readonly Declaration[]): Map<string, string> {
  return new Map(declarations.flatMap(({ property, value }) => [...expand(property, value)]));
}

function sizeOf(text: string, report: (problem: string) => void): readonly [number, number] {
  const words = text.toLowerCase().split(/\s+/);
  const lengths = words.flatMap((word) => length(word, 12, 0) ?? []);
  const named = words.map((word) => SIZES[word]).find((size) => size !== undefined);
  if (lengths.length === 0 && named === undefined && !words.some((word) => /^(auto|portrait|landscape)$/.test(word))) {
    report(`The page size ${text} is not known`);
  }
  const [width, height = width] = lengths.length > 0 ? lengths : (named ?? SIZES.letter);
  return words.includes('landscape') && width < height ? [height, width] : [width, height];
}

const SIDES = ['left', 'center', 'right'] as const;

/** Header or footer of one page: three boxes beside each other, in the middle of the margin. */
export function marginBoxes(
  edge: 'top' | 'bottom',
  paper: Paper,
  running: ReadonlyMap<string, StyledElement>,
  root: StyledElement,
  context: LayoutContext,
): PdfNode | undefined {
  const boxes = paper.boxes(context.page?.page === 1 ? 'first' : '');
  const [left, top, right, bottom] = paper.margins;
  const width = paper.width - left - right;
  const filled = SIDES.filter((side) => boxes.has(`${edge}-${side}`));
  if (filled.length === 0) return undefined;
  const widest = new Map(
    filled.map((side) => {
      const style = boxes.get(`${edge}-${side}`)!;
      const block = boxBlock(style, side, root);
      const extents = boxContent(style, block, running).map((node) => extentOf(node, context).max);
      return [
        side,
        Math.min(
          width,
          extents.reduce((sum, each) => sum + each, 4),
        ),
      ];
    }),
  );
  const columns = boxWidths(widest, width).map(([side, own]): PdfNode => {
    const style = boxes.get(`${edge}-${side}`);
    const block = boxBlock(style ?? new Map(), side, root);
    const content = style === undefined ? [] : boxContent(style, block, running);
    return { stack: flow(content, block, own, context), width: own };
  });
  const size = Math.max(...filled.map((side) => boxBlock(boxes.get(`${edge}-${side}`)!, side, root).fontSize));
  const height = edge === 'top' ? top : bottom;
  const isRunning = filled.some((side) => /element\(/.test(boxes.get(`${edge}-${side}`)!.get('content') ?? ''));
  const above = isRunning ? Math.min(height / 4, 18) : Math.max(0, (height - size * 1.2) / 2);
  return { columns, columnGap: 0, margin: [left, above, right, 0] };
}

type Side = (typeof SIDES)[number];

/** The box in the middle stays in the middle; without one, the others share the width by what they hold. */
function boxWidths(widest: ReadonlyMap<Side, number>, width: number): [Side, number][] {
  const of = (side: Side) => widest.get(side) ?? 0;
  if (widest.size === 1) return [[[...widest.keys()][0], width]];
  if (!widest.has('center')) {
    const left =
      of('left') + of('right') <= width ? width - of('right') : (width * of('left')) / (of('left') + of('right'));
    return [
      ['left', left],
      ['right', width - left],
    ];
  }
  const center = Math.min(of('center'), width);
  const side = (width - center) / 2;
  return [
    ['left', side],
    ['center', center],
    ['right', side],
  ];
}

function boxBlock(style: ReadonlyMap<string, string>, side: string, root: StyledElement): StyledElement {
  const fontSize = length(style.get('font-size') ?? '', root.fontSize, root.fontSize) ?? root.fontSize;
  const merged = new Map([...root.style, ['text-align', side] as const, ...style]);
  return {
    kind: 'element',
    tag: 'div',
    style: merged,
    fontSize,
    attributes: new Map(),
    children: [],
    outerHtml: () => '',
  };
}

function boxContent(
  style: ReadonlyMap<string, string>,
  block: StyledElement,
  running: ReadonlyMap<string, StyledElement>,
): StyledNode[] {
  const content = style.get('content') ?? '';
  const element = /element\(\s*([\w-]+)/.exec(content)?.[1];
  const found = element === undefined ? undefined : running.get(element);
  return found === undefined ? contentNodes(content, block.style, block.fontSize) : [found];
}
