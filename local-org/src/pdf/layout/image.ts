/** Pictures, in the size that the element gives them. */
import { length } from '../css/values.ts';
import { readSvg, type Image } from '../images.ts';
import type { StyledElement } from '../styled.ts';
import type { LayoutContext } from './context.ts';
import { alignmentOf } from './inline.ts';
import type { PdfNode } from './model.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export function imageOf(element: StyledElement, context: LayoutContext): Image | undefined {
  if (element.tag === 'svg') return readSvg(element.outerHtml());
  return context.image(element.attributes.get('src') ?? '');
}

/** Keeps the picture's proportions where only one side is given; undefined when there is no picture. */
export function imageSize(element: StyledElement, context: LayoutContext, available: number): Size | undefined {
  const image = imageOf(element, context);
  if (image === undefined) return undefined;
  const { style, fontSize } = element;
  const given = (name: string) =>
    length(style.get(name) ?? 'auto', fontSize, Number.isFinite(available) ? available : 0) || undefined;
  const ratio = image.width === undefined || image.height === undefined ? 1 : image.width / image.height;
  let width = given('width');
  let height = given('height');
  if (width === undefined && height === undefined) width = image.width ?? Math.min(available, 100);
  width ??= height! * ratio;
  height ??= width / ratio;
  for (const [name, whole] of [
    ['max-width', width],
    ['max-height', height],
  ] as const) {
    const most = given(name);
    if (most === undefined || most >= whole) continue;
    width *= most / whole;
    height *= most / whole;
  }
  return width > available ? { width: available, height: (height * available) / width } : { width, height };
}

export function imageNode(element: StyledElement, context: LayoutContext, available: number): PdfNode | undefined {
  const image = imageOf(element, context);
  const size = imageSize(element, context, available);
  if (image === undefined || size === undefined) {
    const alt = element.attributes.get('alt') ?? '';
    return alt === '' ? undefined : { text: alt, fontSize: element.fontSize, alignment: alignmentOf(element.style) };
  }
  const alignment = alignmentOf(element.style);
  return image.svg === undefined
    ? { image: image.dataUrl, ...size, alignment }
    : { svg: image.svg, ...size, alignment };
}
