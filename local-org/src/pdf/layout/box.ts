/** Margins, borders and padding of a box, and its size. */
import type { Style } from '../css/cascade.ts';
import { color, length, type Edges } from '../css/values.ts';
import type { StyledElement } from '../styled.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

export interface Border {
  readonly width: number;
  readonly color: string;
}

export interface Box {
  readonly margin: Edges;
  /** Sides whose margin is `auto`. */
  readonly auto: { readonly left: boolean; readonly right: boolean };
  readonly padding: Edges;
  readonly border: Readonly<Record<(typeof SIDES)[number], Border>>;
  readonly background: string | undefined;
  /** Of the content; undefined where it follows from what is there. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** `available` is the width of the containing block, which percentages are of. */
export function boxOf({ style, fontSize }: StyledElement, available: number): Box {
  const edge = (name: string) => length(style.get(name) ?? '0', fontSize, available) ?? 0;
  const edges = (name: string) =>
    Object.fromEntries(SIDES.map((side) => [side, edge(`${name}-${side}`)])) as unknown as Edges;
  const border = Object.fromEntries(SIDES.map((side) => [side, borderOf(style, side, fontSize)])) as Box['border'];
  const padding = edges('padding');
  const sized = length(style.get('width') ?? 'auto', fontSize, available);
  const taken = padding.left + padding.right + border.left.width + border.right.width;
  const borderBox = style.get('box-sizing') === 'border-box';
  return {
    margin: edges('margin'),
    auto: { left: style.get('margin-left') === 'auto', right: style.get('margin-right') === 'auto' },
    padding,
    border,
    background: color(style.get('background-color') ?? 'transparent') ?? undefined,
    width: sized === undefined ? undefined : Math.max(0, borderBox ? sized - taken : sized),
    height: length(style.get('height') ?? style.get('min-height') ?? 'auto', fontSize, 0) || undefined,
  };
}

function borderOf(style: Style, side: string, fontSize: number): Border {
  const kind = style.get(`border-${side}-style`) ?? 'none';
  const width =
    kind === 'none' || kind === 'hidden' ? 0 : (length(style.get(`border-${side}-width`) ?? '2px', fontSize, 0) ?? 1.5);
  const own = style.get(`border-${side}-color`) ?? '';
  return { width, color: color(own) ?? color(style.get('color') ?? 'black') ?? '#000000' };
}

export function hasBorder({ border }: Box): boolean {
  return SIDES.some((side) => border[side].width > 0);
}

/** What the box takes beside its content. */
export function sidesOf({ padding, border, margin }: Box): number {
  return padding.left + padding.right + border.left.width + border.right.width + margin.left + margin.right;
}
