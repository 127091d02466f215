import type { FieldType, Schema } from '../model.ts';
import { DatetimeValue } from '../values/index.ts';
import type { Reference } from './scope.ts';

/** Globals that stand for one record: of the running user, its profile and role, and of the organization. */
const RECORD_GLOBALS: Readonly<Record<string, string>> = {
  $user: 'User',
  $profile: 'Profile',
  $userrole: 'UserRole',
  $organization: 'Organization',
};

/** Globals whose names are open and whose values all have one type. */
const PLAIN_GLOBALS: Readonly<Record<string, FieldType>> = {
  $permission: 'boolean',
  $label: 'string',
  $api: 'string',
};

/** `$System.OriginDateTime` ("Global Variables" in the Salesforce help). */
const ORIGIN = DatetimeValue.of({ year: 1900, month: 1, day: 1 });

/** What a `$…` name stands for, or undefined ("Global Variables" in the Salesforce help). */
export function resolveGlobal(path: string, schema: Schema): Reference | undefined {
  const [root, ...rest] = path.split('.') as [string, ...string[]];
  const key = root.toLowerCase();
  const recordObject = RECORD_GLOBALS[key];
  if (recordObject !== undefined) return rest.length === 1 ? fieldOf(path, recordObject, rest[0], schema) : undefined;
  const plainType = PLAIN_GLOBALS[key];
  if (plainType !== undefined)
    return rest.length > 0 ? { path, global: true, own: false, fieldType: plainType } : undefined;
  if (key === '$setup') return rest.length === 2 ? fieldOf(path, rest[0], rest[1], schema) : undefined;
  if (key === '$custommetadata') return rest.length === 3 ? fieldOf(path, rest[0], rest[2], schema) : undefined;
  if (key === '$objecttype') {
    return rest[1]?.toLowerCase() === 'fields' && rest.length === 3
      ? fieldOf(path, rest[0], rest[2], schema)
      : undefined;
  }
  if (key === '$system' && rest.join('.').toLowerCase() === 'origindatetime') {
    return { path, global: true, own: false, fieldType: 'datetime', constant: ORIGIN };
  }
  return undefined;
}

function fieldOf(path: string, objectName: string, fieldName: string, schema: Schema): Reference | undefined {
  const field = schema.object(objectName)?.field(fieldName);
  return field && { path, global: true, own: false, fieldType: field.type, field };
}
