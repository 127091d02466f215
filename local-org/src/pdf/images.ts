/** Pictures: what they are and how large. */
import type { PdfResource } from './model.ts';

export interface Image {
  /** Markup of an SVG, or a data url. */
  readonly svg?: string;
  readonly dataUrl?: string;
  /** Natural size in points; undefined where the picture has none. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

const PIXEL = 0.75;

/** Undefined for kinds of pictures that cannot be set. */
export function readImage({ bytes }: PdfResource): Image | undefined {
  const view = Buffer.from(bytes);
  if (view.length > 24 && view.readUInt32BE(0) === 0x89504e47) {
    return raster(view, 'png', view.readUInt32BE(16), view.readUInt32BE(20));
  }
  if (view[0] === 0xff && view[1] === 0xd8) {
    const size = jpegSize(view);
    return size === undefined ? undefined : raster(view, 'jpeg', size.width, size.height);
  }
  const text = view.subarray(0, 2000).toString('utf8');
  return /<svg[\s>]/.test(text) ? readSvg(view.toString('utf8')) : undefined;
}

/** The size is that of its attributes, else of its view box. */
export function readSvg(markup: string): Image {
  const start = markup.indexOf('<svg');
  const svg = markup.slice(start);
  const head = svg.slice(0, svg.indexOf('>'));
  const attribute = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`, 'i').exec(head)?.[1];
  const [, , boxWidth, boxHeight] =
    /viewBox\s*=\s*["']([^"']+)["']/i
      .exec(head)?.[1]
      .trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const width = Number(attribute('width') ?? boxWidth);
  const height = Number(attribute('height') ?? boxHeight);
  const size = (value: number) => (Number.isFinite(value) ? value * PIXEL : undefined);
  return { svg: sized(svg, head, width, height), width: size(width), height: size(height) };
}

/** An SVG that is scaled needs a view box. */
function sized(svg: string, head: string, width: number, height: number): string {
  if (/viewBox/i.test(head) || !Number.isFinite(width) || !Number.isFinite(height)) return svg;
  return svg.replace('<svg', `<svg viewBox="0 0 ${width} ${height}"`);
}

function raster(bytes: Buffer, type: string, width: number, height: number): Image {
  const dataUrl = `data:image/${type};base64,${bytes.toString('base64')}`;
  return { dataUrl, width: width * PIXEL, height: height * PIXEL };
}

/** From the first frame header. */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The content of a data url. */
export function readDataUrl(url: string): PdfResource | undefined {
  const match = /^data:([^;,]*)(;base64)?,(.*)$/s.exec(url);
  if (match === null) return undefined;
  const [, contentType, base64, data] = match;
  const bytes = base64 === undefined ? Buffer.from(decodeURIComponent(data)) : Buffer.from(data, 'base64');
  return { contentType, bytes };
}
