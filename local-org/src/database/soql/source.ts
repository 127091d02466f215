/** Places and texts of parser nodes, relative to the query they belong to. */
import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';
import type { Position } from './ast.ts';

/** The query's own text and where it starts; a static query stands somewhere inside its class. */
export class QuerySource {
  readonly text: string;
  private readonly row: number;
  private readonly column: number;

  constructor(root: ApexParserRuleContext) {
    this.text = sourceText(root);
    this.row = root.start.line;
    this.column = root.start.column;
  }

  position(context: ApexParserRuleContext): Position {
    const { line, column } = context.start;
    return { row: line - this.row + 1, column: (line === this.row ? column - this.column : column) + 1 };
  }
}

/** The source from the first to the last token of a node, white space included. */
export function sourceText(context: ApexParserRuleContext): string {
  const { start, stop } = context;
  return stop === undefined ? '' : start.getInputStream().getText(start.start, stop.stop);
}
