/** The classes behind a page: its own controller, or a standard one, and extensions. */
import { StandardControllerValue } from '../apex/library/apexpages/standard-controller.ts';
import { runtimeClassOf, type ApexObject, type RuntimeClass } from '../apex/runtime/index.ts';
import { machine } from '../apex/runtime/machine.ts';
import type { Transaction } from '../database/transaction.ts';
import { NotSupported, OrgError } from '../schema/errors.ts';
import type { SObject } from '../schema/sobject.ts';
import type { Names } from './evaluator.ts';
import { memberOf, withSharing, type Found } from './members.ts';
import type { MarkupElement } from './markup.ts';
import type { PageFields } from './page-fields.ts';
import { loadRecord } from './standard-record.ts';

export class Controllers implements Names {
  readonly #instances: ApexObject[] = [];
  readonly #standard: { readonly name: string; readonly controller: StandardControllerValue } | undefined;

  constructor(tx: Transaction, page: MarkupElement, recordId: string | null, fields: (object: string) => PageFields) {
    const { attributes } = page;
    if (attributes.has('recordsetvar')) throw new NotSupported('apex:page recordSetVar', `${page.file}:${page.line}`);
    const standard = attributes.get('standardcontroller');
    const custom = attributes.get('controller');
    if (standard !== undefined) this.#standard = makeStandard(tx, standard, recordId, fields(standard));
    const main = custom === undefined ? undefined : construct(custom, []);
    const first = main ?? this.#standard?.controller;
    for (const name of namesIn(attributes.get('extensions'))) {
      if (first === undefined) throw new OrgError('VISUALFORCE_ERROR', 'extensions need a controller');
      this.#instances.push(construct(name, [first]));
    }
    if (main !== undefined) this.#instances.push(main);
  }

  /** Extensions in order, then the controller, then the standard controller's record. */
  find(name: string): Found | undefined {
    for (const instance of this.#instances) {
      const found = memberOf(instance, name);
      if (found !== undefined) return found;
    }
    if (this.#standard === undefined) return undefined;
    const { name: objectName, controller } = this.#standard;
    if (name.toLowerCase() === objectName.toLowerCase()) return { value: controller.record };
    return name.toLowerCase() === 'id' ? { value: controller.record.id } : undefined;
  }

  /** Calls the method that a page's `action` names. */
  invoke(method: string): unknown {
    const key = method.toLowerCase();
    for (const instance of this.#instances) {
      for (let current = runtimeClassOf(instance) ?? null; current !== null; current = current.superclass) {
        const found = current.methods.find((each) => each.name.toLowerCase() === key && each.parameters.length === 0);
        if (found !== undefined) return withSharing(current, () => found.invoke(instance, []));
      }
    }
    throw new OrgError('VISUALFORCE_ERROR', `Unknown method '${method}()'`);
  }
}

function makeStandard(tx: Transaction, name: string, recordId: string | null, fields: PageFields) {
  const object = tx.org.schema.object(name);
  if (object === undefined) throw new OrgError('VISUALFORCE_ERROR', `Entity is not accessible: ${name}`);
  const load = (more: readonly string[]): SObject =>
    loadRecord(tx, object, recordId, { ...fields, own: new Set([...fields.own, ...more]) });
  return { name: object.name, controller: new StandardControllerValue(load([]), load) };
}

/** A new instance; its constructor takes what controllers' constructors take. */
export function construct(className: string, args: readonly ApexObject[]): ApexObject {
  const runtimeClass = machine.program.findClass(className);
  if (runtimeClass === undefined) throw new OrgError('VISUALFORCE_ERROR', `Apex class '${className}' does not exist`);
  const constructor = runtimeClass.constructors.find(
    ({ parameters }) =>
      parameters.length === args.length && parameters.every(({ type }, index) => accepts(type, args[index])),
  );
  if (constructor === undefined)
    throw new OrgError('VISUALFORCE_ERROR', `Unknown constructor '${signature(runtimeClass, args)}'`);
  return withSharing(runtimeClass, () => constructor.create(args));
}

function accepts(type: RuntimeClass['type'], value: ApexObject): boolean {
  return type === value.apexType || machine.program.isSubtype(value.apexType, type);
}

function signature({ name }: RuntimeClass, args: readonly ApexObject[]): string {
  return `${name}.${name}(${args.map(({ apexType }) => apexType.toString()).join(', ')})`;
}

function namesIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
