import type { CallNode, FormulaNode, ReferenceNode } from './ast.ts';
import { FormulaError } from './errors.ts';
import type { Compiled, Expression } from './expression.ts';
import { formulaFunction } from './functions/index.ts';
import { compileBinary, compileUnary } from './operators/index.ts';
import { readPrior, readReference } from './read-reference.ts';
import type { FormulaScope, Reference } from './scope.ts';
import { Decimal } from '../values/index.ts';
import { typeOfField } from './types.ts';

/** Whether a blank number field counts as 0 or as blank. */
export type Blanks = 'zero' | 'blank';

/** Checks types and turns a tree into closures, noting what it refers to. */
export class FormulaCompiler {
  readonly scope: FormulaScope;
  readonly blanks: Blanks;
  readonly #references = new Map<string, Reference>();

  constructor(scope: FormulaScope, blanks: Blanks) {
    this.scope = scope;
    this.blanks = blanks;
  }

  /** Everything the compiled formula reads. */
  get references(): readonly Reference[] {
    return [...this.#references.values()];
  }

  compile(node: FormulaNode): Expression {
    return { node, ...this.#compiled(node) };
  }

  #compiled(node: FormulaNode): Compiled {
    switch (node.kind) {
      case 'number': {
        const value = Decimal.parse(node.text);
        return { type: 'Number', evaluate: () => value };
      }
      case 'text':
        return { type: 'Text', evaluate: () => node.value };
      case 'boolean':
        return { type: 'Boolean', evaluate: () => node.value };
      case 'null':
        return { type: 'Null', evaluate: () => null };
      case 'reference':
        return this.#reference(node);
      case 'call':
        return this.#call(node);
      case 'unary':
        return compileUnary(node, this.compile(node.operand));
      case 'binary':
        return compileBinary(node, this.compile(node.left), this.compile(node.right));
    }
  }

  #call(node: CallNode): Compiled {
    const definition = formulaFunction(node.name);
    if (definition === undefined) {
      throw new FormulaError(`Unknown function ${node.name}. Check spelling.`, node.position);
    }
    return definition.compile(node, this);
  }

  #reference(node: ReferenceNode): Compiled {
    const reference = this.scope.resolve(node.path);
    if (reference === undefined) {
      throw new FormulaError(`Field ${node.path} does not exist. Check spelling.`, node.position);
    }
    const type = reference.type ?? typeOfField(reference.fieldType);
    if (type === undefined) {
      throw new FormulaError(
        `You referenced an unsupported field type called "${reference.fieldType}" using the following field: ${node.path}`,
        node.position,
      );
    }
    this.#references.set(reference.path, reference);
    const picklist = type === 'Picklist' || type === 'MultiPicklist';
    return {
      type: picklist && this.scope.picklistsAreText ? 'Text' : type,
      reference,
      evaluate: readReference(reference, this.scope, this.blanks),
      evaluatePrior: readPrior(reference, this.scope, this.blanks),
    };
  }
}
