/** Parses Apex source into syntax trees. */
import {
  ApexErrorListener,
  ApexParserFactory,
  type AnonymousBlockMemberContext,
  type ApexParser,
  type TriggerBlockMemberContext,
} from '@apexdevtools/apex-parser';
import type { AnonymousBlock, TriggerDeclaration, TypeDeclaration, UnitMember } from '../ast/nodes.ts';
import { unitMember, typeDeclaration } from './declarations.ts';
import { isStackOverflow, type CompileError } from './errors.ts';
import { modifiers } from './modifiers.ts';
import { at } from './nodes.ts';
import { statement } from './statements.ts';

export type Parsed<T> = { readonly tree: T; readonly error?: undefined } | { readonly error: CompileError };

export function parseClass(source: string, file: string): Parsed<TypeDeclaration> {
  return parse(source, file, (parser) => {
    const unit = parser.compilationUnit();
    return () => typeDeclaration(unit.typeDeclaration());
  });
}

export function parseTrigger(source: string, file: string): Parsed<TriggerDeclaration> {
  return parse(source, file, (parser) => {
    const unit = parser.triggerUnit();
    return () => ({
      kind: 'trigger',
      ...at(unit),
      name: unit.id(0).getText(),
      object: unit.id(1).getText(),
      events: unit.triggerCase_list().map((event) => {
        const time = event.BEFORE() ? 'before' : 'after';
        return `${time} ${(event.INSERT() ?? event.UPDATE() ?? event.DELETE() ?? event.UNDELETE()).getText().toLowerCase()}`;
      }),
      members: unit
        .triggerBlock()
        .triggerBlockMember_list()
        .map((member) => topMember(member, member.triggerMemberDeclaration())),
    });
  });
}

export function parseAnonymous(source: string, file: string): Parsed<AnonymousBlock> {
  return parse(source, file, (parser) => {
    const unit = parser.anonymousUnit();
    return () => ({
      kind: 'anonymous',
      line: 1,
      column: 1,
      members: unit
        .anonymousBlock()
        .anonymousBlockMember_list()
        .map((member) => topMember(member, member.anonymousMemberDeclaration())),
    });
  });
}

function topMember(
  context: TriggerBlockMemberContext | AnonymousBlockMemberContext,
  declaration: Parameters<typeof unitMember>[0] | null,
): UnitMember {
  if (!declaration) return statement(context.statement());
  const member = unitMember(declaration, modifiers(context.modifier_list()));
  if (member.kind === 'initializer') throw new Error('The grammar has no initialisers here');
  return member;
}

/** The tree is only built when the source has no syntax error: the parser's own may lack parts. */
function parse<T>(source: string, file: string, read: (parser: ApexParser) => () => T): Parsed<T> {
  const listener = new FirstError(file);
  const { parser } = ApexParserFactory.createLexerAndParser(source, listener);
  try {
    const build = read(parser);
    if (listener.error !== undefined) return { error: listener.error };
    return { tree: build() };
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    return { error: { file, line: 1, column: 1, message: 'Script too large: an expression is nested too deeply' } };
  }
}

/** The platform reports one syntax error per file. */
class FirstError extends ApexErrorListener {
  error: CompileError | undefined;
  private readonly file: string;

  constructor(file: string) {
    super();
    this.file = file;
  }

  override apexSyntaxError(line: number, column: number, message: string): void {
    this.error ??= { file: this.file, line, column: column + 1, message: syntaxMessage(message) };
  }
}

/** The parser's message in the platform's words, where they have a counterpart. */
function syntaxMessage(message: string): string {
  const missing = /^missing (.+) at (.+)$/s.exec(message);
  if (missing) return `Missing ${missing[1]} at ${missing[2]}`;
  const unexpected = /^(?:extraneous input|mismatched input) (.+?) expecting .*$/s.exec(message);
  if (unexpected) return `Unexpected token ${unexpected[1]}.`;
  const noChoice = /^no viable alternative at input (.+)$/s.exec(message);
  if (noChoice) return `Unexpected token ${noChoice[1]}.`;
  return message;
}
