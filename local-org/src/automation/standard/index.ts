/** All standard objects that behave in a way of their own. */
import type { ObjectSchema } from '../../schema/model.ts';
import type { ObjectBehaviour } from './behaviour.ts';
import { personName } from './person-name.ts';

const behaviours: readonly ObjectBehaviour[] = [personName];

const byObject = new Map<string, readonly ObjectBehaviour[]>();

export function behavioursOf(object: ObjectSchema): readonly ObjectBehaviour[] {
  let found = byObject.get(object.name);
  if (found === undefined) {
    found = behaviours.filter(({ objects }) => objects.includes(object.name));
    byObject.set(object.name, found);
  }
  return found;
}
