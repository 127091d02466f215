/** Calls Apex: what `@salesforce/apex/…` exports ("Call Apex Methods" in the LWC guide). */
import { unwrap } from 'lwc';
import { request } from '../http/http.ts';
import { WireAdapter, type WireCallback, type WireResult } from '../wire/wire.ts';

type Parameters = Record<string, unknown>;
type ApexMethod = ((parameters?: Parameters) => Promise<unknown>) & { adapter: unknown };

/** Which adapter provided a value, so that `refreshApex` can load it again. */
const providers = new WeakMap<object, ApexWire>();
const live = new Set<ApexWire>();

async function call(className: string, method: string, params: Parameters = {}): Promise<unknown> {
  const answer = await request<{ returnValue: unknown }>('POST', '/_app/apex', { className, method, params });
  return answer.returnValue;
}

abstract class ApexWire extends WireAdapter<Parameters, unknown> {
  /** Class, method and arguments: wires with the same key show the same data. */
  key = '';

  override emit(result: WireResult<unknown>): void {
    providers.set(result, this);
    super.emit(result);
  }

  override connect(): void {
    live.add(this);
    super.connect();
  }

  override disconnect(): void {
    live.delete(this);
    super.disconnect();
  }
}

/** Components must not change what a wire provides: it is shared. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

/** The function that a component imports; also the wire adapter of the method. */
export function apexMethod(className: string, method: string): ApexMethod {
  class Adapter extends ApexWire {
    constructor(callback: WireCallback<unknown>) {
      super(callback);
    }

    protected isComplete(config: Parameters): boolean {
      return Object.values(config).every((value) => value !== undefined);
    }

    protected async load(config: Parameters): Promise<unknown> {
      this.key = `${className}.${method}(${JSON.stringify(config)})`;
      return freeze(await call(className, method, config));
    }
  }
  const imported = (parameters?: Parameters) => call(className, method, parameters);
  return Object.assign(imported, { adapter: Adapter });
}

/** Loads a wired value again, for every component that shows it. */
export async function refreshApex(wired: unknown): Promise<void> {
  const provider = providers.get(unwrap(wired as object));
  if (provider === undefined) return;
  const same = [...live].filter((adapter) => adapter === provider || adapter.key === provider.key);
  await Promise.all(same.map((adapter) => adapter.reload()));
}

type FieldReference = string | { readonly fieldApiName: string };

/** The value of a field, or of a field of a parent, of an sObject that Apex returned. */
export function getSObjectValue(record: Record<string, unknown>, field: FieldReference): unknown {
  const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
  return path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], record);
}
