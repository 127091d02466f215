/** Builds classes, interfaces, enums and their members. */
import type {
  AnonymousMemberDeclarationContext,
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  EnumDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  MemberDeclarationContext,
  PropertyDeclarationContext,
  TriggerMemberDeclarationContext,
  TypeDeclarationContext,
} from '@apexdevtools/apex-parser';
import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  EnumDeclaration,
  InterfaceDeclaration,
  Member,
  Modifiers,
  Parameter,
  PropertyDeclaration,
  TypeDeclaration,
} from '../ast/nodes.ts';
import { modifiers } from './modifiers.ts';
import { at, maybe, optional } from './nodes.ts';
import { block, declarators } from './statements.ts';
import { typeList, typeRef } from './types.ts';

export function typeDeclaration(context: TypeDeclarationContext): TypeDeclaration {
  const declared = modifiers(context.modifier_list());
  const type = context.classDeclaration();
  if (type) return classDeclaration(type, declared);
  const contract = context.interfaceDeclaration();
  return contract ? interfaceDeclaration(contract, declared) : enumDeclaration(context.enumDeclaration(), declared);
}

function classDeclaration(context: ClassDeclarationContext, declared: Modifiers): ClassDeclaration {
  return {
    kind: 'class',
    ...at(context.id()),
    name: context.id().getText(),
    modifiers: declared,
    extends: maybe(context.typeRef(), typeRef),
    implements: maybe(context.typeList(), typeList) ?? [],
    members: context
      .classBody()
      .classBodyDeclaration_list()
      .map(bodyDeclaration)
      .filter((member) => member !== null),
  };
}

function interfaceDeclaration(context: InterfaceDeclarationContext, declared: Modifiers): InterfaceDeclaration {
  return {
    kind: 'interface',
    ...at(context.id()),
    name: context.id().getText(),
    modifiers: declared,
    extends: maybe(context.typeList(), typeList) ?? [],
    members: context
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((method) => ({
        kind: 'method' as const,
        ...at(method.id()),
        name: method.id().getText(),
        modifiers: modifiers(method.modifier_list()),
        returns: maybe(method.typeRef(), typeRef),
        parameters: parameters(method.formalParameters()),
        body: null,
      })),
  };
}

function enumDeclaration(context: EnumDeclarationContext, declared: Modifiers): EnumDeclaration {
  const constants = maybe(context.enumConstants(), (list) => list.id_list().map((id) => id.getText())) ?? [];
  return { kind: 'enum', ...at(context.id()), name: context.id().getText(), modifiers: declared, constants };
}

function bodyDeclaration(context: ClassBodyDeclarationContext): Member | null {
  const initializer = context.block();
  if (initializer) {
    return { kind: 'initializer', ...at(context), static: context.STATIC() !== null, body: block(initializer) };
  }
  const member = context.memberDeclaration();
  return member ? memberDeclaration(member, modifiers(context.modifier_list())) : null;
}

function memberDeclaration(context: MemberDeclarationContext, declared: Modifiers): Member {
  const constructor = context.constructorDeclaration();
  if (!constructor) return unitMember(context, declared);
  return {
    kind: 'constructor',
    ...at(constructor),
    name: constructor.qualifiedName().getText(),
    modifiers: declared,
    parameters: parameters(constructor.formalParameters()),
    body: block(constructor.block()),
  } satisfies ConstructorDeclaration;
}

type AnyMemberContext = MemberDeclarationContext | TriggerMemberDeclarationContext | AnonymousMemberDeclarationContext;

/** A member that may also stand in a trigger or an anonymous block. */
export function unitMember(context: AnyMemberContext, declared: Modifiers): Exclude<Member, ConstructorDeclaration> {
  const method = context.methodDeclaration();
  if (method) {
    return {
      kind: 'method',
      ...at(method.id()),
      name: method.id().getText(),
      modifiers: declared,
      returns: maybe(method.typeRef(), typeRef),
      parameters: parameters(method.formalParameters()),
      body: maybe(method.block(), block),
    };
  }
  const field = context.fieldDeclaration();
  if (field) {
    return {
      kind: 'field',
      ...at(field),
      modifiers: declared,
      type: typeRef(field.typeRef()),
      variables: declarators(field.variableDeclarators()),
    };
  }
  const property = context.propertyDeclaration();
  if (property) return propertyDeclaration(property, declared);
  const type = context.classDeclaration();
  if (type) return classDeclaration(type, declared);
  const contract = context.interfaceDeclaration();
  return contract ? interfaceDeclaration(contract, declared) : enumDeclaration(context.enumDeclaration(), declared);
}

function propertyDeclaration(context: PropertyDeclarationContext, declared: Modifiers): PropertyDeclaration {
  let getter: Accessor | null = null;
  let setter: Accessor | null = null;
  for (const part of context.propertyBlock_list()) {
    const read = optional(part.getter());
    const body = read === null ? part.setter().block() : read.block();
    const accessor = { ...at(part), modifiers: modifiers(part.modifier_list()), body: maybe(body, block) };
    if (read !== null) getter = accessor;
    else setter = accessor;
  }
  return {
    kind: 'property',
    ...at(context.id()),
    name: context.id().getText(),
    modifiers: declared,
    type: typeRef(context.typeRef()),
    getter,
    setter,
  };
}

function parameters(context: FormalParametersContext): Parameter[] {
  const list = context.formalParameterList()?.formalParameter_list() ?? [];
  return list.map((parameter) => ({
    ...at(parameter.id()),
    name: parameter.id().getText(),
    type: typeRef(parameter.typeRef()),
    final: parameter.modifier_list().length > 0 && modifiers(parameter.modifier_list()).words.includes('final'),
  }));
}
