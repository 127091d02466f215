/** Triggers and anonymous blocks as classes: their statements become one static method. */
import type { AnonymousBlock, ClassDeclaration, Member, TriggerDeclaration, UnitMember } from '../ast/nodes.ts';
import type { Statement } from '../ast/statements.ts';
import { noModifiers } from '../parse/modifiers.ts';

/** Name of the method that holds the statements; no identifier of Apex. */
export const unitMethod = 'run$';

export function unitClass(unit: TriggerDeclaration | AnonymousBlock): ClassDeclaration {
  const position = { line: unit.line, column: unit.column };
  const statements: Statement[] = [];
  const members: Member[] = [];
  for (const member of unit.members) {
    if (isDeclaration(member)) members.push(declared(member));
    else statements.push(asStatement(member));
  }
  const body = { kind: 'block' as const, ...position, statements };
  const modifiers = { annotations: [], words: ['public', 'static'] };
  members.push({ kind: 'method', ...position, name: unitMethod, modifiers, returns: null, parameters: [], body });
  const name = unit.kind === 'trigger' ? unit.name : 'AnonymousBlock';
  return { kind: 'class', ...position, name, modifiers: noModifiers, extends: null, implements: [], members };
}

type Declaration = Extract<UnitMember, Member>;
type Variables = Extract<UnitMember, { kind: 'field' }>;

function isDeclaration(member: UnitMember): member is Exclude<Declaration, Variables> {
  return ['class', 'interface', 'enum', 'method', 'property'].includes(member.kind);
}

/** Methods of the unit have no object to belong to. */
function declared(member: Exclude<Declaration, Variables>): Member {
  if (member.kind !== 'method' && member.kind !== 'property') return member;
  return { ...member, modifiers: { ...member.modifiers, words: [...member.modifiers.words, 'static'] } };
}

/** The grammar takes the unit's variables for fields. */
function asStatement(member: Statement | Variables): Statement {
  if (member.kind !== 'field') return member;
  const { line, column, type, variables } = member;
  return { kind: 'variables', line, column, type, final: member.modifiers.words.includes('final'), variables };
}
