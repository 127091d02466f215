/** Apex for tools that leave out what they do not know, such as the operator `??`. */
import {
  ApexErrorListener,
  ApexParserFactory,
  CoalExpressionContext,
  type ApexParserRuleContext,
} from '@apexdevtools/apex-parser';

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/**
 * The class with `(true ? a : b)` for each `a ?? b`. To a tool that follows both branches it reads and calls the same, line
 * by line; it does not do the same.
 */
export function withoutCoalescing(source: string): string {
  if (!source.includes('??')) return source;
  const { parser } = ApexParserFactory.createLexerAndParser(source, new NoListener());
  let changed = source;
  for (const { at, length, text } of editsIn(parser.compilationUnit()).sort((left, right) => right.at - left.at)) {
    changed = changed.slice(0, at) + text + changed.slice(at + length);
  }
  return changed;
}

function editsIn(context: ApexParserRuleContext): Edit[] {
  const inside = (context.children ?? []).flatMap((child) => editsIn(child as ApexParserRuleContext));
  if (!(context instanceof CoalExpressionContext)) return inside;
  return [
    { at: context.start.start, length: 0, text: '(true ? ' },
    ...inside,
    { at: context.COAL().symbol.start, length: '??'.length, text: ':' },
    { at: (context.stop ?? context.start).stop + 1, length: 0, text: ')' },
  ];
}

/** Errors of syntax are for others to tell. */
class NoListener extends ApexErrorListener {
  override apexSyntaxError(): void {}
}
