/** By which names a component is asked for. */
import { type ComponentName, namedElements, type SourceComponent } from '../metadata/components.ts';
import { holderOf } from '../metadata/metadata-types.ts';

/** What a component is deployed and retrieved with when it is not named itself: a part with its object, a label with all labels. */
export function ownerOf({ type, fullName, source }: SourceComponent): ComponentName | undefined {
  const holder = holderOf(type);
  if (holder === undefined || holder.name === type) return undefined;
  if (holder.name === 'CustomLabels') return { type: holder.name, fullName: source.name };
  return { type: holder.name, fullName: fullName.split('.')[0] };
}

/** Its own name, that of its owner, and those of what it holds. */
export function namesOf(component: SourceComponent): ComponentName[] {
  const owner = ownerOf(component);
  return [component, ...(owner === undefined ? [] : [owner]), ...namedElements(component)];
}
