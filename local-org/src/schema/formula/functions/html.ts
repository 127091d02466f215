/** Functions that make markup. The APIs answer formula fields with the markup in them. */
import { escapeHtml } from '../../escape-html.ts';
import type { Decimal } from '../../values/index.ts';
import { lenient, strict } from './define.ts';

const SCRIPT_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '<': '\\u003C',
  '>': '\\u003E',
};

function pixels(size: Decimal | null | undefined): string {
  return `${size?.toString() ?? ''}px`;
}

function link(url: string | null, label: string | null, target: string | null | undefined): string {
  return `<a href="${escapeHtml(url ?? '')}" target="${escapeHtml(target ?? '_blank')}">${escapeHtml(label ?? '')}</a>`;
}

export const htmlFunctions = [
  strict('BR(): Text', () => '<br>'),
  lenient('HYPERLINK(Text, Text, Text?): Text', link),
  lenient('IMAGE(Text, Text, Number?, Number?): Text', (url, alt, height, width) => {
    const style = height || width ? ` style="height:${pixels(height)}; width:${pixels(width)};"` : '';
    return `<img src="${escapeHtml(url ?? '')}" alt="${escapeHtml(alt ?? '')}"${style} border="0"/>`;
  }),
  strict('HTMLENCODE(Text): Text', escapeHtml),
  strict('JSENCODE(Text): Text', (text) => text.replace(/[\\'"\n\r<>]/g, (character) => SCRIPT_ESCAPES[character])),
  strict('JSINHTMLENCODE(Text): Text', (text) =>
    escapeHtml(text).replace(/[\\\n\r]/g, (character) => SCRIPT_ESCAPES[character]),
  ),
  strict('URLENCODE(Text): Text', (text) => new URLSearchParams({ '': text }).toString().slice(1)),
];
