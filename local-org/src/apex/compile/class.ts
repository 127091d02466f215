/** Compiles one class (without its inner classes) to a JavaScript class. */
import type { InitializerDeclaration } from '../ast/nodes.ts';
import { fieldNamed } from '../check/members.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../check/symbols.ts';
import { types } from '../types/apex-type.ts';
import { isSubtype } from '../check/supertypes.ts';
import { assignCode } from './convert.ts';
import { compileMethod } from './body.ts';
import { writeBridges } from './bridges.ts';
import { compileConstructors } from './class-constructors.ts';
import { writeEntryPoints } from './entry-points.ts';
import { compileExpression } from './expression.ts';
import { getterSlot, setterSlot } from './expressions/fields.ts';
import { jsClassName } from './js-names.ts';
import type { MethodScope } from './method-scope.ts';
import { compileBlock } from './statement.ts';
import type { Unit } from './unit.ts';
import { CodeWriter } from './writer.ts';

export function compileClass(unit: Unit, symbol: ClassSymbol): CodeWriter {
  const writer = new CodeWriter();
  const superclass = unit.universe.superclassOf(symbol);
  const base =
    superclass !== undefined
      ? unit.classCode(superclass)
      : isSubtype(unit.universe, symbol.type, types.Exception)
        ? '$R.ApexException'
        : '$R.ApexInstance';
  writer.write(`class ${jsClassName(symbol)} extends ${base} {`);
  writeFieldDefaults(writer, symbol);
  compileInitializer(unit, writer, symbol);
  compileStaticInitializer(unit, writer, symbol);
  compileConstructors(unit, writer, symbol);
  for (const field of symbol.fields.values()) if (field.property !== null) compileProperty(unit, writer, field);
  for (const overloads of symbol.methods.values()) {
    for (const method of overloads) if (!method.abstract) compileDeclaredMethod(unit, writer, method);
  }
  writeBridges(unit, writer, symbol);
  writeEntryPoints(writer, symbol);
  writer.at(0);
  writer.write('}');
  return writer;
}

/** Every object gets all its fields at once, which keeps their shape the same. */
function writeFieldDefaults(writer: CodeWriter, symbol: ClassSymbol): void {
  const slots = instanceFields(symbol).map((field) => `this.${field.slot} = null;`);
  if (slots.length > 0) writer.write(`constructor() { super(); ${slots.join(' ')} }`);
}

function instanceFields(symbol: ClassSymbol): FieldSymbol[] {
  return [...symbol.fields.values()].filter((field) => !field.static && field.property?.abstract !== true);
}

/** Initialisers of instance fields and instance blocks, in order of the source. */
function compileInitializer(unit: Unit, writer: CodeWriter, symbol: ClassSymbol): void {
  compileMethod(unit, writer, `$init${symbol.id}`, symbol.declaration, {
    owner: symbol,
    static: false,
    returns: null,
    initializing: true,
    block: null,
    before: (scope) => writeInitializers(scope, symbol, false),
  });
}

function compileStaticInitializer(unit: Unit, writer: CodeWriter, symbol: ClassSymbol): void {
  const fields = [...symbol.fields.values()].filter((field) => field.static);
  const defaults = fields.map((field) => `${field.slot}: null`).join(', ');
  writer.at(0);
  writer.write(`static $statics() { return {${defaults}}; }`);
  compileMethod(unit, writer, 'static $clinit', symbol.declaration, {
    owner: symbol,
    static: true,
    returns: null,
    initializing: true,
    block: null,
    before: (scope) => writeInitializers(scope, symbol, true),
  });
}

/** Whether using the class runs code: static blocks, or static fields with a value. */
export function hasStaticInitializer(symbol: ClassSymbol): boolean {
  return initializers(symbol, true).length > 0 || staticValues(symbol).length > 0;
}

function initializers(symbol: ClassSymbol, isStatic: boolean): InitializerDeclaration[] {
  if (symbol.declaration.kind !== 'class') return [];
  return symbol.declaration.members.filter(
    (member): member is InitializerDeclaration => member.kind === 'initializer' && member.static === isStatic,
  );
}

function staticValues(symbol: ClassSymbol): FieldSymbol[] {
  return [...symbol.fields.values()].filter((field) => field.static && (field.declarator?.value ?? null) !== null);
}

/** Constants with a literal value have it before any other initialiser runs, wherever they stand. */
function isConstant(field: FieldSymbol): boolean {
  return field.final && field.declarator?.value?.kind === 'literal';
}

function writeInitializers(scope: MethodScope, symbol: ClassSymbol, isStatic: boolean): void {
  if (symbol.declaration.kind !== 'class') return;
  const constants = isStatic ? staticValues(symbol).filter(isConstant) : [];
  for (const field of constants) writeFieldValue(scope, field);
  for (const member of symbol.declaration.members) {
    if (member.kind === 'initializer' && member.static === isStatic) {
      scope.write('{');
      compileBlock(scope, member.body);
      scope.write('}');
    } else if (member.kind === 'field') {
      for (const declarator of member.variables) {
        const field = fieldNamed(scope.universe, symbol, declarator.name);
        if (field?.declarator !== declarator || field.static !== isStatic || constants.includes(field)) continue;
        writeFieldValue(scope, field);
      }
    }
  }
}

function writeFieldValue(scope: MethodScope, field: FieldSymbol): void {
  const declarator = field.declarator!;
  const { value } = declarator;
  if (value === null) return;
  scope.unit.attempt(() => {
    scope.statement(declarator);
    const code = assignCode(scope, compileExpression(scope, value), field.type, declarator);
    const holder = field.static ? `$M.statics[${field.owner.id}]` : 'this';
    scope.write(`${holder}.${field.slot} = ${code};`);
  });
}

function compileDeclaredMethod(unit: Unit, writer: CodeWriter, method: MethodSymbol): void {
  if (method.declaration.body === null) {
    unit.error(method.declaration, `Method must have a body: ${method.name}`);
    return;
  }
  compileMethod(unit, writer, `${method.static ? 'static ' : ''}${method.slot}`, method.declaration, {
    owner: method.owner,
    static: method.static,
    returns: method.returns,
    parameters: method.parameters,
    parameterNodes: method.parameterNodes,
    block: method.declaration.body,
    initializesClass: method.static && hasStaticInitializer(method.owner),
  });
}

function compileProperty(unit: Unit, writer: CodeWriter, field: FieldSymbol): void {
  const property = field.property!;
  if (property.plain || property.abstract) return;
  const modifier = field.static ? 'static ' : '';
  const holder = field.static ? unit.staticsCode(field.owner) : 'this';
  const { getter, setter } = property;
  const common = { owner: field.owner, static: field.static, accessorOf: field };
  if (getter !== null) {
    const header = `${modifier}${getterSlot(field)}`;
    const { body } = getter.declaration;
    if (body === null) writer.write(`${header}() { return ${holder}.${field.slot}; }`);
    else compileMethod(unit, writer, header, getter.declaration, { ...common, returns: field.type, block: body });
  }
  if (setter === null) return;
  const header = `${modifier}${setterSlot(field)}`;
  const { body } = setter.declaration;
  if (body === null) {
    writer.write(`${header}(value) { return ${holder}.${field.slot} = value; }`);
    return;
  }
  // An assignment gives the value that was assigned, so the setter hands it back.
  writer.write(`${header}(value) { this.${setterSlot(field)}$body(value); return value; }`);
  compileMethod(unit, writer, `${header}$body`, setter.declaration, {
    ...common,
    returns: types.void,
    parameters: [{ name: 'value', type: field.type, final: false }],
    block: body,
  });
}
