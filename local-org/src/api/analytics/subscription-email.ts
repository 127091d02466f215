/** The email of a subscription. */
import type { RunTable } from './result-tables.ts';

export interface EmailSection {
  readonly title: string;
  /** A text instead of a table: what kept the report from running. */
  readonly content: RunTable | string;
}

export interface SubscriptionEmail {
  readonly title: string;
  /** Of the page, from the server's root. */
  readonly path: string;
  readonly notes: readonly string[];
  readonly sections: readonly EmailSection[];
}

const CELL = 'padding:4px 8px;border-bottom:1px solid #ddd;';

export function emailHtml({ title, path, notes, sections }: SubscriptionEmail): string {
  const parts = sections.map(({ title: heading, content }) => {
    const body = typeof content === 'string' ? `<p>${escaped(content)}</p>` : tableHtml(content);
    return `${heading === '' ? '' : `<h2 style="font-size:16px">${escaped(heading)}</h2>`}${body}`;
  });
  return [
    '<div style="font-family:Arial,sans-serif;font-size:14px;color:#181818">',
    `<h1 style="font-size:20px"><a href="${escaped(path)}">${escaped(title)}</a></h1>`,
    ...notes.map((note) => `<p>${escaped(note)}</p>`),
    ...parts,
    '</div>',
  ].join('\n');
}

function tableHtml({ heads, rows, more }: RunTable): string {
  if (rows.length === 0) return '<p>No records were found.</p>';
  const head = heads
    .map((label, index) => `<th scope="col" style="${CELL}text-align:${alignment(index)}">${escaped(label)}</th>`)
    .join('');
  const lines = rows.map(({ cells, depth, isTotal }) => {
    const weight = isTotal ? 'font-weight:bold;' : '';
    const tds = cells.map((cell, index) => {
      const indent = index === 0 ? `padding-left:${8 + depth * 16}px;` : '';
      return `<td style="${CELL}${weight}${indent}text-align:${alignment(index)}">${escaped(cell)}</td>`;
    });
    return `<tr>${tds.join('')}</tr>`;
  });
  const note = more === 0 ? '' : `<p>${more} more are in the report.</p>`;
  return `<table style="border-collapse:collapse"><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table>${note}`;
}

const alignment = (index: number): string => (index === 0 ? 'left' : 'right');

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
