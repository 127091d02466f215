import type {
  FieldGroupByContext,
  FieldNameContext,
  FieldOrderContext,
  SoqlFunctionContext,
} from '@apexdevtools/apex-parser';
import { NotSupported } from '../../schema/errors.ts';
import type { Expression, FieldPath, FunctionCall } from './ast.ts';
import { type QuerySource, sourceText } from './source.ts';

export function fieldPath(context: FieldNameContext, source: QuerySource): FieldPath {
  const names = context.soqlId_list().map((id) => id.getText());
  return { kind: 'field', names, position: source.position(context) };
}

export function expressionOf(context: FieldGroupByContext | FieldOrderContext, source: QuerySource): Expression {
  const call = context.soqlFunction();
  return call ? functionCall(call, source) : fieldPath(context.fieldName(), source);
}

/** `DISTANCE` is the one function whose arguments the engine does not know. */
export function functionCall(context: SoqlFunctionContext, source: QuerySource): FunctionCall {
  if (context.DISTANCE()) throw new NotSupported(`SOQL ${sourceText(context)}`);
  const name = context.start.text.toUpperCase();
  const position = source.position(context);
  const argument = functionArgument(context, source);
  return { kind: 'function', name, position, ...(argument && { argument }) };
}

function functionArgument(context: SoqlFunctionContext, source: QuerySource): Expression | undefined {
  if (context.soqlFunction()) return functionCall(context.soqlFunction(), source);
  if (context.fieldName()) return fieldPath(context.fieldName(), source);
  const date = context.dateFieldName();
  if (!date) return undefined;
  const field = fieldPath(date.fieldName(), source);
  if (!date.CONVERT_TIMEZONE()) return field;
  return { kind: 'function', name: 'CONVERTTIMEZONE', argument: field, position: source.position(date) };
}
