import type { FieldSchema, ObjectSchema, Schema } from '../model.ts';
import { resolveGlobal } from './globals.ts';
import type { FormulaScope, Reference } from './scope.ts';

/** Names as seen from a record of the object: its fields, those of its parents, and the globals. */
export function objectScope(object: ObjectSchema, schema: Schema): FormulaScope {
  return {
    picklistsAreText: false,
    storedForm: false,
    resolve: (path) => resolveName(path, object, schema),
  };
}

/** `$RecordType` is the record type of the record at hand; all other globals are the same for every record. */
function resolveName(path: string, object: ObjectSchema, schema: Schema): Reference | undefined {
  if (/^\$recordtype\./i.test(path)) return resolveField(path.slice(1), object, schema);
  return path.startsWith('$') ? resolveGlobal(path, schema) : resolveField(path, object, schema);
}

/** The field at the end of a path such as `Owner:User.Manager.Name`, or undefined. */
export function resolveField(path: string, object: ObjectSchema, schema: Schema): Reference | undefined {
  const steps = path.split('.');
  const last = steps.pop()!;
  const canonical: string[] = [];
  let current = object;
  let only: Reference['only'];
  for (const step of steps) {
    const [name, targetName] = step.split(':') as [string, string | undefined];
    const relationship = current.relationship(name);
    const target = relationship && targetOf(relationship, targetName, schema);
    if (relationship === undefined || target === undefined) return undefined;
    if (relationship.referenceTo.length > 1) {
      only = { idPath: [...canonical, relationship.name].join('.'), keyPrefix: target.keyPrefix };
    }
    canonical.push(relationship.relationshipName!);
    current = target;
  }
  const field = current.field(last);
  if (field === undefined) return undefined;
  const own = canonical.length === 0;
  return { path: [...canonical, field.name].join('.'), global: false, own, fieldType: field.type, field, only };
}

/** `Owner:Queue` names the Group object; without a name, a polymorphic reference is read as one to users. */
function targetOf(relationship: FieldSchema, name: string | undefined, schema: Schema): ObjectSchema | undefined {
  const wanted = (name === 'Queue' ? 'Group' : name)?.toLowerCase();
  const targets = relationship.referenceTo;
  const found =
    wanted === undefined
      ? (targets.find((target) => target === 'User') ?? targets[0])
      : targets.find((target) => target.toLowerCase() === wanted);
  return found === undefined ? undefined : schema.object(found);
}
