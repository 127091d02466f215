/** Reads back what a PDF says, as far as the PDF files made here need it: text in standard fonts. */
import { inflateSync } from 'node:zlib';

export interface PdfText {
  readonly pages: number;
  /** Texts in the order in which they are set. */
  readonly lines: readonly string[];
}

export function readPdf(bytes: Uint8Array): PdfText {
  const source = Buffer.from(bytes).toString('latin1');
  const lines: string[] = [];
  for (const match of source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const content = inflated(match[1]);
    if (content === undefined || !content.includes('BT')) continue;
    for (const [, strings] of content.matchAll(/\[([^\]]*)\]\s*TJ/g)) {
      const hex = [...strings.matchAll(/<([\da-f]*)>/gi)].map(([, digits]) => digits).join('');
      lines.push(Buffer.from(hex, 'hex').toString('latin1'));
    }
  }
  return { pages: source.match(/\/Type \/Page\b/g)?.length ?? 0, lines };
}

function inflated(stream: string): string | undefined {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return undefined;
  }
}
