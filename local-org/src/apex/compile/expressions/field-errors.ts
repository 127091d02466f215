/** `record.Field__c.addError('…')`: the error is added to the field, not to its value. */
import type { CallExpression } from '../../ast/expressions.ts';
import { types } from '../../types/apex-type.ts';
import type { MethodScope } from '../method-scope.ts';
import { required, value, type Value } from '../value.ts';
import { compileArguments } from './arguments.ts';
import { text } from './operators.ts';
import { reference } from './names.ts';
import { findRecordMember } from './records.ts';

export function addErrorToField(scope: MethodScope, call: CallExpression): Value | undefined {
  const { target } = call;
  if (call.name.toLowerCase() !== 'adderror' || target?.kind !== 'member') return undefined;
  const holder = reference(scope, target.target);
  if (holder.kind !== 'value' || holder.value.type.kind !== 'sobject') return undefined;
  const member = findRecordMember(scope, target, holder.value.type, target.name);
  if (member.kind !== 'field') return undefined;
  const [message] = compileArguments(scope, call.args);
  const record = required(holder.value);
  const field = JSON.stringify(member.field.name);
  return value(types.void, `$R.addFieldError(${record}, ${field}, ${text(message)})`);
}
