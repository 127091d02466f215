/** Results of DML and of actions as JSON and back, by which tests make the ones they need. */
import type { SaveError } from '../../../database/services.ts';
import { isId, to18 } from '../../../schema/ids.ts';
import { ApexList, type ApexMap, type ApexObject } from '../../runtime/index.ts';
import { libraryType, listOf, mapOf, types, type ApexType } from '../../types/apex-type.ts';
import { ErrorValue, errorList } from '../database/error.ts';
import { LEAD_RESULT_IDS, RESULT_TYPES, ResultValue } from '../database/results.ts';
import { ActionErrorValue, ActionResultValue, type ActionFailure } from '../invocable/result.ts';
import { PicklistEntryValue } from '../schema/picklist-entry.ts';
import { statusCode } from '../system/status-code.ts';

/** Reads a member of the JSON object as a type; null when it is missing. */
export type MemberReader = (name: string, type: ApexType) => unknown;

/** The value of a result type; undefined for other types. */
export function resultFromJson(type: ApexType, member: MemberReader): ApexObject | undefined {
  if (type.isLibrary('Database.Error')) return new ErrorValue(errorFrom(member));
  if (type.isLibrary('Invocable.Action.Error')) return new ActionErrorValue(actionFailure(member));
  if (type.isLibrary('Invocable.Action.Result')) return actionResult(member);
  const resultType = RESULT_TYPES.find((name) => type.isLibrary(`Database.${name}`));
  if (resultType === undefined) return undefined;
  const errors = member('errors', listOf(libraryType('Database.Error'))) as ApexList<ErrorValue> | null;
  const saved = {
    id: idOf(member('id', types.String) as string | null),
    success: member('success', types.Boolean) === true,
    created: member('created', types.Boolean) === true,
    errors: (errors?.items ?? []).map(({ error }) => error),
  };
  const merged = member('mergedRecordIds', listOf(types.String)) as ApexList<string> | null;
  const leadIds = LEAD_RESULT_IDS.map((name) => [name, member(name, types.Id) as string | null] as const);
  return new ResultValue(resultType, saved, merged?.items, Object.fromEntries(leadIds));
}

/** Tests give ids that are none: the platform does not look. */
export function idOf(text: string | null): string | null {
  return text !== null && isId(text) ? to18(text) : text;
}

function actionFailure(member: MemberReader): ActionFailure {
  return {
    code: member('code', types.String) as string | null,
    message: member('message', types.String) as string | null,
  };
}

function actionResult(member: MemberReader): ActionResultValue {
  const errors = member('errors', listOf(libraryType('Invocable.Action.Error'))) as ApexList<ActionErrorValue> | null;
  const outputs = member('outputParameters', mapOf(types.String, types.Object)) as ApexMap<string> | null;
  return new ActionResultValue({
    success: (member('success', types.Boolean) ?? member('isSuccess', types.Boolean)) === true,
    errors: errors?.items ?? [],
    outputs: outputs ?? undefined,
  });
}

function errorFrom(member: MemberReader): SaveError {
  const fields = member('fields', listOf(types.String)) as ApexList<string> | null;
  const code = member('statusCode', types.String) as string | null;
  return {
    statusCode: code ?? statusCode.constants[0].name,
    message: (member('message', types.String) as string | null) ?? '',
    fields: fields?.items ?? [],
  };
}

/** Members of a result to be written; undefined for other values. */
export function resultMembers(value: object): Readonly<Record<string, unknown>> | undefined {
  if (value instanceof ErrorValue) {
    const { statusCode: code, message, fields } = value.error;
    return { message, statusCode: code, fields: new ApexList(types.String, [...fields]) };
  }
  if (value instanceof PicklistEntryValue) {
    const { active, isDefault, label, value: apiName } = value.entry;
    return { active, defaultValue: isDefault, label, validFor: value.validFor, value: apiName };
  }
  if (value instanceof ActionErrorValue) return { ...value.failure };
  if (!(value instanceof ResultValue)) return undefined;
  const { id, success, created, errors } = value.result;
  return {
    id,
    success,
    ...(value.typeName === 'Database.UpsertResult' ? { created } : {}),
    errors: errorList(errors),
  };
}
