/** The content that pdfmake sets, as far as it is used here. Lengths are in points; edges go left, top, right, bottom. */
export type FourNumbers = [number, number, number, number];

export interface PdfNode {
  text?: string | PdfRun[];
  stack?: PdfNode[];
  columns?: PdfNode[];
  table?: {
    widths: (number | string)[];
    heights?: number | ((row: number) => number | 'auto');
    body: PdfNode[][];
    headerRows?: number;
    dontBreakRows?: boolean;
  };
  layout?: PdfTableLayout;
  ul?: PdfNode[];
  ol?: PdfNode[];
  start?: number;
  type?: string;
  image?: string;
  svg?: string;
  width?: number | string;
  height?: number;
  columnGap?: number;
  margin?: FourNumbers;
  alignment?: string;
  leadingIndent?: number;
  noWrap?: boolean;
  fillColor?: string;
  border?: [boolean, boolean, boolean, boolean];
  borderColor?: [string, string, string, string];
  verticalAlignment?: string;
  colSpan?: number;
  rowSpan?: number;
  pageBreak?: 'before' | 'after';
  unbreakable?: boolean;
  font?: string;
  fontSize?: number;
  color?: string;
}

export interface PdfRun {
  text: string;
  font: string;
  fontSize: number;
  lineHeight: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  background?: string;
  decoration?: string;
  link?: string;
  characterSpacing?: number;
  sup?: boolean;
  sub?: boolean;
}

export interface PdfTableLayout {
  hLineWidth: (line: number) => number;
  vLineWidth: (line: number) => number;
  hLineColor: () => string;
  vLineColor: () => string;
  paddingLeft: () => number;
  paddingRight: () => number;
  paddingTop: () => number;
  paddingBottom: () => number;
}

/** Lines of the given widths, and no space of the table's own inside its cells. */
export function tableLayout(horizontal: readonly number[], vertical: readonly number[]): PdfTableLayout {
  const none = () => 0;
  const black = () => '#000000';
  return {
    hLineWidth: (line) => horizontal[line] ?? 0,
    vLineWidth: (line) => vertical[line] ?? 0,
    hLineColor: black,
    vLineColor: black,
    paddingLeft: none,
    paddingRight: none,
    paddingTop: none,
    paddingBottom: none,
  };
}
