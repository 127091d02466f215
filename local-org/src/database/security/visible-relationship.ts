import type { ChildRelationship } from '../../schema/model.ts';
import type { OrgServices } from '../services.ts';

/** Describes name the relationships that a query of the user could follow: to objects, and through fields, that they may read. */
export function seesRelationship(
  { schema, security }: Pick<OrgServices, 'schema' | 'security'>,
  userId: string,
  { childObject, field }: ChildRelationship,
): boolean {
  const child = schema.object(childObject);
  return child === undefined || security.field(userId, child, field).read;
}
