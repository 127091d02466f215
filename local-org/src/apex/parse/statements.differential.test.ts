/** How statements nest, against Salesforce's own parser, on generated cases. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { at, salesforceStatements, type Tree } from '../test-support/salesforce-parser.ts';
import { parseClass } from './parse.ts';

const CASES = 400;

const name = fc.constantFrom('a', 'b', 'c');
const call = fc.constantFrom('f();', 'g();', 'h();');

/** Bodies stand in braces or not: which `else` belongs to which `if` is for the parsers to find out. */
const { statement } = fc.letrec<{ statement: string; block: string }>((tie) => {
  const s = tie('statement');
  const block = tie('block');
  const text = (parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
    fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(' '));
  const perhaps = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
    fc.option(text(parts), { nil: '' });
  const when = text([
    'when',
    fc.oneof(fc.constantFrom('1', "'x', 'y'", 'null', 'NORTH, SOUTH'), fc.constantFrom('Account z', 'Bear__c y')),
    block,
  ]);
  return {
    block: fc.array(s, { maxLength: 3 }).map((statements) => `{ ${statements.join(' ')} }`),
    statement: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      call,
      text(['if (', name, ')', s]),
      text(['if (', name, ')', s, 'else', s]),
      text(['while (', name, ')', s]),
      text(['do', block, 'while (', name, ');']),
      text(['for (Integer i = 0', perhaps(', j = 1'), ';', perhaps(name), ';', perhaps('i++'), ')', s]),
      text(['for (Account x :', name, ')', s]),
      text([
        'try',
        block,
        'catch (DmlException e)',
        block,
        perhaps('catch (Exception e)', block),
        perhaps('finally', block),
      ]),
      text(['try', block, 'finally', block]),
      text(['switch on', name, '{', when, perhaps(when), perhaps('when else', block), '}']),
      text([
        fc.constantFrom('insert', 'update', 'delete', 'undelete'),
        perhaps(fc.constantFrom('as user', 'as system')),
        name,
        ';',
      ]),
      text(['upsert', name, perhaps('Code__c'), ';']),
      text(['System.runAs(', name, ')', block]),
      fc.constantFrom('break;', 'continue;', 'return;', 'return a;', 'throw b;', 'Integer k;', 'Integer k = 1, l;'),
      block,
    ),
  };
});

test('statements nest alike', () => {
  const cases = fc.sample(statement, { numRuns: CASES, seed: 3 });
  const source = `public class A { void run() {\n${cases.join('\n')}\n} }`;
  const parsed = parseClass(source, 'A.cls');
  assert.ok(parsed.error === undefined && parsed.tree.kind === 'class', parsed.error?.message);
  const [method] = parsed.tree.members;
  assert.ok(method.kind === 'method' && method.body !== null);
  const theirs = salesforceStatements(source);
  assert.equal(theirs.length, CASES);
  for (const [index, text] of cases.entries()) {
    assert.equal(ours(method.body.statements[index]), salesforces(theirs[index]), text);
  }
});

function ours(node: Statement | null): string {
  if (node === null) return '';
  switch (node.kind) {
    case 'block':
      return `{${node.statements.map(ours).join('')}}`;
    case 'if':
      return `if(${ourName(node.condition)})${ours(node.then)}${node.otherwise === null ? '' : `else ${ours(node.otherwise)}`}`;
    case 'while':
      return `while(${ourName(node.condition)})${ours(node.body)}`;
    case 'doWhile':
      return `do${ours(node.body)}(${ourName(node.condition)})`;
    case 'for': {
      const starts = 'kind' in node.start ? node.start.variables.length : node.start.length;
      return `for(${starts};${node.condition === null ? '' : ourName(node.condition)};${node.update.length})${ours(node.body)}`;
    }
    case 'forEach':
      return `each(${node.variable}:${ourName(node.values)})${ours(node.body)}`;
    case 'try': {
      const catches = node.catches.map(({ variable, body }) => `catch(${variable})${ours(body)}`);
      return `try${ours(node.body)}${catches.join('')}${node.finally === null ? '' : `finally${ours(node.finally)}`}`;
    }
    case 'switch': {
      const branches = node.branches.map(
        ({ values, variable, body }) => `when(${variable ?? values.length})${ours(body)}`,
      );
      return `switch(${ourName(node.value)})${branches.join('')}`;
    }
    case 'dml':
      return `${node.operation}(${node.access ?? ''},${ourName(node.value)},${node.externalId === null ? 0 : 1})`;
    case 'runAs':
      return `runAs(${node.args.length})${ours(node.body)}`;
    case 'return':
      return `return(${node.value === null ? 0 : 1});`;
    case 'throw':
      return `throw(${ourName(node.value)});`;
    case 'variables':
      return `var(${node.variables.length});`;
    case 'expression':
      return `${ourName(node.expression)};`;
    default:
      return `${node.kind};`;
  }
}

function ourName(node: Expression): string {
  assert.ok(node.kind === 'name' || node.kind === 'call');
  return node.name;
}

function salesforces(node: Tree | undefined): string {
  if (node === undefined) return '';
  const child = (...names: string[]): string => salesforces(at(node, ...names) as Tree);
  const optional = (key: string): Tree | undefined => at(node, key, 'value') as Tree | undefined;
  const list = (...names: string[]): Tree[] => at(node, ...names) as Tree[];
  const kind = String(node['@class']).replace('apex.jorje.data.ast.Stmnt$', '');
  switch (kind) {
    case 'BlockStmnt':
      return `{${list('stmnts').map(salesforces).join('')}}`;
    case 'IfElseBlock': {
      const last = optional('elseBlock');
      const otherwise = last === undefined ? '' : `else ${salesforces(last.stmnt as Tree)}`;
      const blocks = list('ifBlocks').map(({ expr, stmnt }) => `if(${theirName(expr)})${salesforces(stmnt as Tree)}`);
      return blocks.join('else ') + otherwise;
    }
    case 'WhileLoop':
      return `while(${theirName(node.condition)})${salesforces(optional('stmnt'))}`;
    case 'DoLoop':
      return `do${child('stmnt')}(${theirName(node.condition)})`;
    case 'ForLoop':
      return `${forControl(node.forControl as Tree)}${salesforces(optional('stmnt'))}`;
    case 'TryCatchFinallyBlock': {
      const last = optional('finallyBlock');
      const catches = list('catchBlocks').map(
        (each) => `catch(${String(at(each, 'parameter', 'name', 'value'))})${salesforces(each.stmnt as Tree)}`,
      );
      const end = last === undefined ? '' : `finally${salesforces(last.stmnt as Tree)}`;
      return `try${child('tryBlock')}${catches.join('')}${end}`;
    }
    case 'SwitchStmnt': {
      const branches = list('whenBlocks').map((each) => {
        const values = (each.whenCases as readonly unknown[] | undefined)?.length ?? 0;
        const variable = (each.name as Tree | undefined)?.value as string | undefined;
        return `when(${variable ?? values})${salesforces(each.stmnt as Tree)}`;
      });
      return `switch(${theirName(node.expr)})${branches.join('')}`;
    }
    case 'RunAsBlock':
      return `runAs(${list('inputParameters').length})${child('stmnt')}`;
    case 'ReturnStmnt':
      return `return(${optional('expr') === undefined ? 0 : 1});`;
    case 'ThrowStmnt':
      return `throw(${theirName(node.expr)});`;
    case 'VariableDeclStmnt':
      return `var(${list('variableDecls', 'decls').length});`;
    case 'ExpressionStmnt':
      return `${theirName(node.expr)};`;
    case 'BreakStmnt':
    case 'ContinueStmnt':
      return `${kind.replace('Stmnt', '').toLowerCase()};`;
    default: {
      const operation = /^Dml(\w+)Stmnt$/.exec(kind)?.[1];
      assert.ok(operation !== undefined, `No case makes ${kind}`);
      const access = (optional('runAsMode')?.value ?? '') as string;
      const externalId = node.id === undefined || optional('id') === undefined ? 0 : 1;
      return `${operation.toLowerCase()}(${access},${theirName(node.expr)},${externalId})`;
    }
  }
}

function forControl(node: Tree): string {
  const optional = (key: string): Tree | undefined => at(node, key, 'value') as Tree | undefined;
  if (String(node['@class']).endsWith('EnhancedForControl')) {
    const [variable] = at(node, 'init', 'name') as Tree[];
    return `each(${String(variable.value)}:${theirName(at(node, 'init', 'expr', 'value'))})`;
  }
  const starts = (optional('inits')?.inits as readonly unknown[] | undefined)?.length ?? 0;
  const condition = optional('condition');
  return `for(${starts};${condition === undefined ? '' : theirName(condition)};${optional('control') === undefined ? 0 : 1})`;
}

function theirName(node: unknown): string {
  return ((node as Tree).names as Tree[]).map(({ value }) => String(value)).join('.');
}
