/** How expressions group, against Salesforce's own parser (`@prettier-apex/apex-ast-serializer`), on generated cases. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Expression } from '../ast/expressions.ts';
import { at, salesforceOutput, salesforceStatements, type Tree } from '../test-support/salesforce-parser.ts';
import { parseClass } from './parse.ts';

const CASES = 400;

/**
 * Comparisons by order and by equality do not meet in one case: Salesforce's parser takes them as one level, against its
 * documentation ("Expression Operators"), which makes no difference to code that compiles.
 */
const COMPARISONS = [
  ['<', '>', '<=', '>='],
  ['==', '!=', '===', '!=='],
];
const OPERATORS = ['+', '-', '*', '/', '<<', '>>', '>>>', '&', '^', '|', '&&', '||', '??'];
const ATOMS = ['a', 'b', 'c', '1', '2.5', "'t'", 'null', 'true'];
const PRIMARIES = ['a.b', 'a?.b', 'a.f(b)', 'f(a, b)', 'a[0]', 'a[b].c', '(String) a', 'a++', '++a', 'new A(b)'];

/** Operands and operators in a row: what belongs together is for the parsers to find out. */
const chainOf = (operator: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.letrec<{ chain: string; operand: string }>((tie) => ({
    operand: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...ATOMS) },
      { weight: 2, arbitrary: fc.constantFrom(...PRIMARIES) },
      tie('chain').map((text) => `(${text})`),
      tie('operand').map((text) => `!${text}`),
      tie('operand').map((text) => (text.startsWith('-') ? `- ${text}` : `-${text}`)),
    ),
    chain: fc.oneof(
      { weight: 3, arbitrary: tie('operand') },
      { weight: 5, arbitrary: fc.tuple(tie('operand'), operator, tie('chain')).map((parts) => parts.join(' ')) },
      fc.tuple(tie('operand'), tie('chain'), tie('chain')).map(([c, a, b]) => `${c} ? ${a} : ${b}`),
    ),
  })).chain;

const expression = fc.oneof(...COMPARISONS.map((signs) => chainOf(fc.constantFrom(...OPERATORS, ...signs))));

test('expressions group alike', () => {
  const cases = fc.sample(expression, { numRuns: CASES, seed: 7 });
  const statements = cases.map((text) => `x = ${text};`).join('\n');
  const source = `public class A { void run() {\n${statements}\n} }`;
  const theirs = salesforceExpressions(source);
  const ours = ourExpressions(source);
  assert.equal(theirs.length, CASES);
  for (const [index, text] of cases.entries()) assert.equal(ours[index], theirs[index], text);
});

test('what one refuses, the other refuses', () => {
  const broken = fc
    .tuple(expression, fc.nat(), fc.constantFrom('', ')', '(', '+', '? ', ';', '@', ' x '))
    .map(([text, at, insert]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + insert + text.slice(place + (insert === '' ? 1 : 0));
    });
  for (const text of fc.sample(broken, { numRuns: 30, seed: 11 })) {
    const source = `public class A { void run() { x = ${text}; } }`;
    const refused = salesforceOutput(source).parseErrors.length > 0;
    assert.equal(parseClass(source, 'A.cls').error !== undefined, refused, text);
  }
});

function ourExpressions(source: string): string[] {
  const parsed = parseClass(source, 'A.cls');
  assert.ok(parsed.error === undefined && parsed.tree.kind === 'class');
  const [method] = parsed.tree.members;
  assert.ok(method.kind === 'method' && method.body !== null);
  return method.body.statements.map((statement) => {
    assert.ok(statement.kind === 'expression' && statement.expression.kind === 'assign');
    return ourText(statement.expression.value);
  });
}

/** With every group in parentheses. */
function ourText(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return node.type === 'String' ? `'${node.text}'` : node.text;
    case 'name':
      return node.name;
    case 'member':
      return `${ourText(node.target)}.${node.name}`;
    case 'call':
      return `${node.target === null ? '' : `${ourText(node.target)}.`}${node.name}(${node.args.map(ourText).join()})`;
    case 'index':
      return `${ourText(node.target)}[${ourText(node.index)}]`;
    case 'new':
      return `new(${node.args.map(ourText).join()})`;
    case 'cast':
      return `cast(${ourText(node.value)})`;
    case 'unary':
      return `(${node.operator}${ourText(node.value)})`;
    case 'increment':
      return node.prefix ? `(++${ourText(node.target)})` : `(${ourText(node.target)}++)`;
    case 'binary':
      return `(${ourText(node.left)}${node.operator}${ourText(node.right)})`;
    case 'conditional':
      return `(${ourText(node.condition)}?${ourText(node.then)}:${ourText(node.otherwise)})`;
    default:
      throw new Error(`No case makes ${node.kind}`);
  }
}

function salesforceExpressions(source: string): string[] {
  return salesforceStatements(source).map((statement) => theirText(at(statement, 'expr', 'right') as Tree));
}

const SIGNS: Readonly<Record<string, string>> = {
  ADDITION: '+',
  SUBTRACTION: '-',
  MULTIPLICATION: '*',
  DIVISION: '/',
  LEFT_SHIFT: '<<',
  RIGHT_SHIFT: '>>',
  UNSIGNED_RIGHT_SHIFT: '>>>',
  LESS_THAN: '<',
  GREATER_THAN: '>',
  LESS_THAN_EQUAL: '<=',
  GREATER_THAN_EQUAL: '>=',
  DOUBLE_EQUAL: '==',
  NOT_EQUAL: '!=',
  TRIPLE_EQUAL: '===',
  NOT_TRIPLE_EQUAL: '!==',
  NOT: '!',
  NEGATIVE: '-',
  POSITIVE: '+',
  INC: '++',
};
/** `AND` is a sign of its own in each of these. */
const BITWISE: Readonly<Record<string, string>> = { AND: '&', OR: '|', XOR: '^' };
const LOGICAL: Readonly<Record<string, string>> = { AND: '&&', OR: '||' };

function theirText(node: Tree): string {
  const child = (name: string): string => theirText(node[name] as Tree);
  const sign = (special: Readonly<Record<string, string>> = {}): string => {
    const name = String(at(node, 'op', '$'));
    return special[name] ?? SIGNS[name] ?? name;
  };
  const list = (trees: unknown): string => (trees as Tree[]).map(theirText).join();
  switch (String(node['@class']).replace('apex.jorje.data.ast.Expr$', '')) {
    case 'NestedExpr':
      return child('expr');
    case 'LiteralExpr':
      return literalText(node);
    case 'VariableExpr':
      return dotted(node);
    case 'MethodCallExpr':
      return `${dotted(node)}(${list(node.inputParameters)})`;
    case 'ArrayExpr':
      return `${child('expr')}[${child('index')}]`;
    case 'NewExpr':
      return `new(${list(at(node, 'creator', 'inputParameters'))})`;
    case 'CastExpr':
      return `cast(${child('expr')})`;
    case 'PrefixExpr':
      return `(${sign()}${child('expr')})`;
    case 'PostfixExpr':
      return `(${child('expr')}${sign()})`;
    case 'BinaryExpr':
      return `(${child('left')}${sign(BITWISE)}${child('right')})`;
    case 'BooleanExpr':
      return `(${child('left')}${sign(LOGICAL)}${child('right')})`;
    case 'NullCoalescingExpr':
      return `(${child('left')}??${child('right')})`;
    case 'TernaryExpr':
      return `(${child('condition')}?${child('trueExpr')}:${child('falseExpr')})`;
    default:
      throw new Error(`No case makes ${JSON.stringify(node).slice(0, 200)}`);
  }
}

function literalText(node: Tree): string {
  if (node.literal === undefined) return 'null';
  const value = at(node, 'literal', '$');
  return at(node, 'type', '$') === 'STRING' ? `'${String(value)}'` : String(value);
}

function dotted(node: Tree): string {
  const names = (node.names as Tree[]).map(({ value }) => String(value));
  const inner = at(node, 'dottedExpr', 'value') as Tree | undefined;
  return [...(inner === undefined ? [] : [theirText(inner)]), ...names].join('.');
}
