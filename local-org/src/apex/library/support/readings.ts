/** Values of the platform that can be read in two ways: as a property and by a getter. */
import type { Accessors, Behaviour } from '../define.ts';

/**
 * `'Boolean Accessible'` becomes the property `Accessible` and the method `isAccessible()`; any other type makes a `get…`
 * method.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- gives all readers their parameter's type
export function readings<T>(
  readers: Readonly<Record<string, (self: T) => unknown>>,
): Record<string, Behaviour | Accessors> {
  const members: Record<string, Behaviour | Accessors> = {};
  for (const [declaration, read] of Object.entries(readers)) {
    const space = declaration.lastIndexOf(' ');
    const type = declaration.slice(0, space);
    const name = declaration.slice(space + 1);
    members[`${declaration} {get}`] = { get: read };
    members[`${type} ${type === 'Boolean' ? 'is' : 'get'}${name}()`] = read;
  }
  return members;
}
