/** DML statements. */
import type { DmlStatement } from '../../ast/statements.ts';
import type { Node } from '../../ast/nodes.ts';
import { fail } from '../../check/errors.ts';
import { types, type ApexType } from '../../types/apex-type.ts';
import { compileExpression } from '../expression.ts';
import type { MethodScope } from '../method-scope.ts';
import type { Value } from '../value.ts';

export function compileDml(scope: MethodScope, statement: DmlStatement): void {
  scope.statement(statement);
  scope.usesData = true;
  const records = compileExpression(scope, statement.value);
  const type = recordType(statement.value, records);
  const access = statement.access === null ? 'null' : `'${statement.access}'`;
  if (statement.operation === 'merge') {
    const duplicates = compileExpression(scope, statement.duplicates!);
    scope.write(`$R.mergeStatement(${records.code}, ${duplicates.code}, ${access});`);
    return;
  }
  const externalId = statement.externalId === null ? '' : `, ${externalIdField(scope, statement, type)}`;
  scope.write(`$R.dmlStatement('${statement.operation}', ${records.code}, ${access}${externalId});`);
}

function recordType(node: Node, records: Value): ApexType {
  const { type } = records;
  const element = type.isLibrary('List') ? type.args[0] : type;
  if (element.kind !== 'sobject') fail(node, `DML requires SObject or SObject list type: ${type.toString()}`);
  return element;
}

/** `upsert records Field__c` and `upsert records Account.Fields.Field__c`. */
function externalIdField(scope: MethodScope, statement: DmlStatement, type: ApexType): string {
  const name = statement.externalId!.split('.').at(-1)!;
  const object = type === types.SObject ? undefined : scope.universe.schema.object(type.name);
  const field = object?.field(name);
  if (object !== undefined && field === undefined)
    fail(statement, `Field does not exist: ${name} on ${type.toString()}`);
  return JSON.stringify(field?.name ?? name);
}
