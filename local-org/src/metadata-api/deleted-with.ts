/** What goes with a component that is deleted. */
import { type ComponentName, componentKey, type SourceComponent } from '../metadata/components.ts';

/** Types whose components belong to one object and are named after it. */
const OF_OBJECT = new Set(['CustomTab', 'MatchingRules', 'SharingRules', 'Workflow']);

/**
 * The component and, for an object, its parts, layouts, tab, rules and actions ("Delete Custom Objects", Salesforce Help). None when the
 * org has not got it.
 */
export function deletedWith(
  { type, fullName }: ComponentName,
  current: ReadonlyMap<string, SourceComponent>,
): ComponentName[] {
  const component = current.get(componentKey({ type, fullName }));
  if (component === undefined) return [];
  if (type !== 'CustomObject') return [{ type, fullName }];
  return [...current.values()].filter((other) => belongsTo(other, fullName)).map(nameOf);
}

function belongsTo({ type, fullName, source }: SourceComponent, object: string): boolean {
  if (type === 'CustomObject' || OF_OBJECT.has(type)) return fullName === object;
  if (type === 'Layout') return fullName.startsWith(`${object}-`);
  return (source.objectName !== undefined || type === 'QuickAction') && fullName.startsWith(`${object}.`);
}

function nameOf({ type, fullName }: ComponentName): ComponentName {
  return { type, fullName };
}
