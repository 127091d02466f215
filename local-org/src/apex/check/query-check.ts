/** Checks the names in static SOQL: objects, fields, relationships. The values that run time brings are not its business. */
import type { Condition, Expression, FieldPath, SelectItem, SoqlQuery } from '../../database/soql/ast.ts';
import {
  noSuchChildRelationship,
  noSuchColumn,
  noSuchObject,
  noSuchRelationship,
  type QueryError,
} from '../../database/soql/errors.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';

/** What is wrong with the query, in the platform's words; undefined when nothing is. */
export function queryProblem(schema: Schema, query: SoqlQuery): string | undefined {
  const [from] = query.from;
  const name = from.path.names.join('.');
  const object = schema.object(name);
  return (object === undefined ? noSuchObject(name) : new QueryChecker(schema, query, object).check())?.detail;
}

class QueryChecker {
  private readonly schema: Schema;
  private readonly query: SoqlQuery;
  private readonly object: ObjectSchema;
  /** What a path may begin with besides the object's own names. */
  private readonly prefixes = new Map<string, readonly string[]>();
  /** Names that the select list gives to its expressions. */
  private readonly aliases = new Set<string>();

  constructor(schema: Schema, query: SoqlQuery, object: ObjectSchema) {
    this.schema = schema;
    this.query = query;
    this.object = object;
    this.prefixes.set(object.name.toLowerCase(), []);
    for (const [index, { path, alias }] of query.from.entries()) {
      if (alias !== undefined) this.prefixes.set(alias.toLowerCase(), index === 0 ? [] : this.plain(path.names));
    }
    for (const item of query.select) {
      if (item.kind === 'expression' && item.alias !== undefined) this.aliases.add(item.alias.toLowerCase());
    }
  }

  check(): QueryError | undefined {
    const { where, having, groupBy, orderBy } = this.query;
    return (
      first(this.query.select, (item) => this.selected(item)) ??
      (where === undefined ? undefined : this.condition(where)) ??
      first(groupBy?.expressions ?? [], (expression) => this.expression(expression)) ??
      (having === undefined ? undefined : this.condition(having)) ??
      first(orderBy, ({ expression }) => this.expression(expression))
    );
  }

  private selected(item: SelectItem): QueryError | undefined {
    switch (item.kind) {
      case 'expression':
        return this.expression(item.expression);
      case 'children':
        return this.children(item.query);
      default:
        return undefined;
    }
  }

  private children(query: SoqlQuery): QueryError | undefined {
    const name = query.from[0].path.names.at(-1)!;
    const relationship = this.object.childRelationships.find(
      (candidate) => candidate.relationshipName?.toLowerCase() === name.toLowerCase(),
    );
    if (relationship === undefined) return noSuchChildRelationship(name);
    const child = this.schema.object(relationship.childObject);
    return child === undefined ? undefined : new QueryChecker(this.schema, query, child).check();
  }

  private condition(condition: Condition): QueryError | undefined {
    switch (condition.kind) {
      case 'comparison': {
        const { value } = condition;
        const inner = value.kind === 'query' ? this.schema.object(value.query.from[0].path.names.join('.')) : undefined;
        return (
          this.expression(condition.left) ??
          (value.kind === 'query' && inner !== undefined
            ? new QueryChecker(this.schema, value.query, inner).check()
            : undefined)
        );
      }
      case 'not':
        return this.condition(condition.operand);
      default:
        return first(condition.operands, (operand) => this.condition(operand));
    }
  }

  private expression(expression: Expression): QueryError | undefined {
    if (expression.kind === 'field') return this.field(expression);
    return expression.argument === undefined ? undefined : this.expression(expression.argument);
  }

  private field({ names }: FieldPath): QueryError | undefined {
    if (names.length === 1 && this.aliases.has(names[0].toLowerCase())) return undefined;
    let object = this.object;
    const path = this.plain(names);
    for (const name of path.slice(0, -1)) {
      const reference = object.relationship(name);
      if (reference === undefined) return noSuchRelationship(name);
      const target = reference.referenceTo.length === 1 ? this.schema.object(reference.referenceTo[0]) : undefined;
      // What several objects have in common, or an object that is not there, is left to run time.
      if (target === undefined) return undefined;
      object = target;
    }
    const last = path.at(-1)!;
    return object.field(last) === undefined ? noSuchColumn(last, object.name) : undefined;
  }

  /** A path without the alias or object name that it may start with. */
  private plain(names: readonly string[]): readonly string[] {
    const [start, ...rest] = names as [string, ...string[]];
    const prefix = this.prefixes.get(start.toLowerCase());
    if (prefix === undefined || rest.length === 0 || this.object.relationship(start) !== undefined) return names;
    return [...prefix, ...rest];
  }
}

function first<T>(items: readonly T[], check: (item: T) => QueryError | undefined): QueryError | undefined {
  for (const item of items) {
    const problem = check(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
