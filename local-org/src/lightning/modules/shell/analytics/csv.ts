/** A report as a file of comma-separated values. */
import type { TableModel } from './tableCells.ts';

export function csvOf(model: TableModel): string {
  const corner = model.hasCorner ? [model.corner] : [];
  const head = model.heads.map(({ cells, isFirst }) => [
    ...(isFirst || !model.hasCorner ? corner : ['']),
    ...cells.flatMap(({ label, span }) => [label, ...Array.from({ length: span - 1 }, () => '')]),
  ]);
  const rows = model.rows.map(({ head: first, cells }) => [
    ...(model.hasCorner ? [first ?? ''] : []),
    ...cells.map(({ text }) => text),
  ]);
  return [...head, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n');
}

/** A text that a spreadsheet would take for a formula is kept from it. */
function quoted(text: string): string {
  const safe = /^[=+@]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function download(name: string, text: string): void {
  const link = document.createElement('a');
  // Spreadsheets take a file without the mark for one in the machine's own character set.
  link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
