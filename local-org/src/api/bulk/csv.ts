/** Comma-separated values as Bulk API 2.0 reads and writes them (RFC 4180, with other delimiters and line ends by choice). */

export interface CsvFormat {
  readonly delimiter: string;
  readonly lineEnding: '\n' | '\r\n';
}

/** Names of delimiters (Bulk API 2.0 Developer Guide, "columnDelimiter"). */
export const DELIMITERS: Readonly<Record<string, string>> = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
};

/** Rows of cells. A quoted cell may hold delimiters, line ends and doubled quotes. Blank lines are skipped. */
export function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    if (row.length > 0 || cell !== '') rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r' || text[at + 1] !== '\n') cell += character;
  }
  endRow();
  return rows;
}

export function writeCsv(rows: Iterable<readonly string[]>, format: CsvFormat): string {
  let text = '';
  for (const row of rows)
    text += row.map((cell) => quote(cell, format.delimiter)).join(format.delimiter) + format.lineEnding;
  return text;
}

function quote(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
