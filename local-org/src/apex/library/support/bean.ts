/** Objects of the platform that hold settings and do nothing with them. */
import { thawWith } from '../../runtime/freeze.ts';
import { ApexMap, LibraryObject } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';
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

/** One that may wait in the queue with the job that holds it. */
export class StorableBean extends BeanValue {
  readonly freezeType = 'bean';

  /** Its type stands under a name that no property has. */
  freezeState(): ApexMap<string> {
    return new ApexMap(types.String, types.Object, [['', this.typeName], ...this.values]);
  }
}

thawWith('bean', (state) => {
  const values = state as ApexMap<string>;
  const bean = new StorableBean(values.get('') as string);
  for (const [name, value] of values.entries()) if (name !== '') bean.values.set(name, value);
  return bean;
});

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
