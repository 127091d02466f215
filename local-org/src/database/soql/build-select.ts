import type {
  FieldNameListContext,
  SelectEntryContext,
  SubFieldEntryContext,
  TypeOfContext,
} from '@apexdevtools/apex-parser';
import type { FieldPath, SelectFields, SelectItem, SelectTypeOf } from './ast.ts';
import { buildSubQuery } from './build.ts';
import { fieldPath, functionCall } from './build-expression.ts';
import { type QuerySource, sourceText } from './source.ts';

export function selectItem(context: SelectEntryContext | SubFieldEntryContext, source: QuerySource): SelectItem {
  if (context.subQuery()) return { kind: 'children', query: buildSubQuery(context.subQuery(), source) };
  if (context.typeOf()) return typeOf(context.typeOf(), source);
  const call = context.soqlFunction();
  if (call?.FIELDS()) {
    const which = call.soqlFieldsParameter().getText().toUpperCase() as SelectFields['which'];
    return { kind: 'fields', which, position: source.position(context) };
  }
  const expression = call ? functionCall(call, source) : fieldPath(context.fieldName(), source);
  const alias = context.soqlId();
  return { kind: 'expression', expression, ...(alias && { alias: sourceText(alias) }) };
}

function typeOf(context: TypeOfContext, source: QuerySource): SelectTypeOf {
  const otherwise = context.elseClause();
  return {
    kind: 'typeof',
    relationship: fieldPath(context.fieldName(), source),
    branches: context.whenClause_list().map((branch) => ({
      object: sourceText(branch.fieldName()),
      fields: fieldPaths(branch.fieldNameList(), source),
      position: source.position(branch),
    })),
    ...(otherwise && { otherwise: fieldPaths(otherwise.fieldNameList(), source) }),
  };
}

function fieldPaths(context: FieldNameListContext, source: QuerySource): FieldPath[] {
  return context.fieldName_list().map((field) => fieldPath(field, source));
}
