/** Access to a record through a field that can point at many objects. */
import type { ObjectSchema } from '../../../schema/model.ts';
import { quoted } from '../../store/names.ts';
import { Scope } from '../../soql/plan/scope.ts';
import type { Sharing } from './sharing.ts';

export interface ReferenceAccess {
  readonly level: 'Read' | 'Edit';
  /** Objects that the field is not followed to. */
  readonly except: (target: ObjectSchema) => boolean;
}

/**
 * True where the user has access to the record that the field points at. Most objects are open to everybody, and need no look
 * at their rows.
 */
export function visibleReference(
  sharing: Sharing,
  scope: Scope,
  userId: string,
  fieldName: string,
  { level, except }: ReferenceAccess,
): string {
  const { object, alias } = scope.root;
  const { parameters } = scope.context;
  const { schema } = scope.context.services.store;
  const id = `${alias}.${quoted(fieldName)}`;
  const cases = (object.field(fieldName)?.referenceTo ?? []).flatMap((name) => {
    const target = schema.object(name);
    if (target === undefined || except(target)) return [];
    const prefix = () => parameters.constant(target.keyPrefix);
    const access = sharing.permissions.object(userId, target);
    if (!(level === 'Read' ? access.read : access.edit)) return [`WHEN ${prefix()} THEN FALSE`];
    const parent = new Scope(scope.context, target);
    const condition = sharing.condition(parent, userId, level);
    if (condition === undefined) return [];
    const visible = `SELECT ${parent.root.alias}."Id" FROM ${parent.fromSql()} WHERE ${condition}`;
    return [`WHEN ${prefix()} THEN ${id} IN (${visible})`];
  });
  return cases.length === 0 ? 'TRUE' : `CASE substr(${id},1,3) ${cases.join(' ')} ELSE TRUE END`;
}
