/** What metadata may refer to, asked by name: the project's components and the platform's. Collects what is missing. */
import type { Metadata } from '../metadata/metadata.ts';
import type { ObjectSchema, Schema } from '../schema/model.ts';

export interface BrokenReference {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface Place {
  readonly source: { readonly file: string; readonly line: number };
}

export class Catalogue {
  readonly metadata: Metadata;
  readonly schema: Schema;
  readonly broken: BrokenReference[] = [];

  constructor(metadata: Metadata, schema: Schema) {
    this.metadata = metadata;
    this.schema = schema;
  }

  /** Notes that something `place` refers to does not exist. */
  missing(place: Place, what: string): void {
    this.wrong(place, `${what} does not exist.`);
  }

  wrong({ source }: Place, message: string): void {
    this.broken.push({ file: source.file, line: source.line, message });
  }

  object(place: Place, name: string): ObjectSchema | undefined {
    const object = this.schema.object(name);
    if (object === undefined) this.missing(place, `Object ${name}`);
    return object;
  }

  /** A field of the object, or of a parent at the end of a path over relationships. */
  field(place: Place, object: ObjectSchema, path: string): void {
    const steps = path.split('.');
    const name = steps.pop()!;
    let owner: ObjectSchema | undefined = object;
    for (const step of steps) {
      const reference: { readonly referenceTo: readonly string[] } | undefined = owner.relationship(step);
      if (reference === undefined) {
        this.missing(place, `Relationship ${owner.name}.${step}`);
        return;
      }
      owner = this.schema.object(reference.referenceTo[0] ?? '');
      if (owner === undefined) return;
    }
    if (owner.field(name) === undefined) this.missing(place, `Field ${owner.name}.${name}`);
  }

  /** `Object.Field`, as permission sets write it. */
  qualifiedField(place: Place, name: string): void {
    const [objectName = '', ...path] = name.split('.');
    const object = this.object(place, objectName);
    if (object !== undefined) this.field(place, object, path.join('.'));
  }

  /** Apex knows its classes by name in any case. */
  apexSource(name: string): string | undefined {
    const { apexClasses } = this.metadata;
    const known = apexClasses.get(name) ?? [...apexClasses.values()].find((one) => sameName(one.fullName, name));
    return known?.source;
  }

  component(place: Place, kind: string, components: ReadonlyMap<string, unknown>, name: string): void {
    if (!components.has(name)) this.missing(place, `${kind} ${name}`);
  }

  /** A tab of the project, of an object (`standard-Account`, `Order__c`), or of the platform (`standard-home`). */
  tab(place: Place, name: string): void {
    if (name.startsWith('standard-') || this.metadata.tabs.has(name)) return;
    this.missing(place, `Tab ${name}`);
  }
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
