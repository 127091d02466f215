/** Objects of the platform that hold settings and do nothing with them. */
import { LibraryObject } from '../../runtime/index.ts';
import type { Accessors, Behaviour } from '../define.ts';

export class BeanValue extends LibraryObject {
  readonly typeName: string;
  /** By property name; absent until set. */
  readonly values = new Map<string, unknown>();

  constructor(typeName: string) {
    super();
    this.typeName = typeName;
  }

  get(name: string): unknown {
    return this.values.get(name) ?? null;
  }
}

/** Properties, declared as `'String Subject'`, that can be read and written. */
export function beanProperties(...declarations: readonly string[]): Record<string, Accessors> {
  return Object.fromEntries(
    declarations.map((declaration) => {
      const { name } = parts(declaration);
      const accessors: Accessors = {
        get: (self: BeanValue) => self.get(name),
        set: (self: BeanValue, value: unknown) => self.values.set(name, value),
      };
      return [`${declaration} {get set}`, accessors];
    }),
  );
}

/** Properties that also have `getX()` and `setX(value)`; `is` in front of a name makes the getter `isX()`. */
export function beanMembers(...declarations: readonly string[]): Record<string, Behaviour | Accessors> {
  const members: Record<string, Behaviour | Accessors> = {};
  for (const declaration of declarations) {
    const { type, name, getter } = parts(declaration);
    Object.assign(members, beanProperties(`${type} ${name}`));
    members[`${type} ${getter}()`] = (self: BeanValue) => self.get(name);
    members[`void set${name}(${type} value)`] = (self: BeanValue, value: unknown) => {
      self.values.set(name, value);
    };
  }
  return members;
}

function parts(declaration: string): { type: string; name: string; getter: string } {
  const match = /^(.*?) (is )?(\w+)$/.exec(declaration);
  if (match === null) throw new Error(`Not a property: ${declaration}`);
  const [, type, is, name] = match;
  return { type: type, name: name, getter: `${is === undefined ? 'get' : 'is'}${name}` };
}
