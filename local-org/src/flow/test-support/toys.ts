/** Flows over crates and their toys, for tests of elements. */
import type { DataValue } from '../../database/services.ts';
import { SObject } from '../../schema/sobject.ts';
import { DateValue, DatetimeValue, Decimal } from '../../schema/values/index.ts';
import { FlowOrg, flowFile, lookup, objectFiles, variable } from './flow-org.ts';

const OBJECTS = {
  ...objectFiles('Crate__c', {
    fields: {
      City__c: { type: 'Text', length: 80 },
      Code__c: { type: 'Text', length: 20, externalId: true, unique: true, caseSensitive: false },
    },
  }),
  ...objectFiles('Toy__c', {
    fields: {
      Crate__c: lookup('Crate__c', 'Toys'),
      Price__c: { type: 'Number', precision: 8, scale: 2 },
      Made__c: { type: 'Date' },
    },
  }),
};

export const OUT = '<isOutput>true</isOutput>';
export const IN = '<isInput>true</isInput>';
export const LIST = '<isCollection>true</isCollection>';
export const toys = (name: string, more = ''): string =>
  variable(name, 'SObject', `<objectType>Toy__c</objectType>${more}`);

export function org(name: string, body: string, more: Record<string, string> = {}): FlowOrg {
  return new FlowOrg({ ...OBJECTS, ...flowFile(name, body), ...more });
}

/** Plain numbers, texts and names, to compare. */
function plain(value: DataValue): unknown {
  if (value instanceof Decimal) return value.stripTrailingZeros().toNumber();
  if (value instanceof SObject) return value.get('Name');
  if (Array.isArray(value)) return value.map((item) => plain(item as DataValue));
  return value instanceof DateValue || value instanceof DatetimeValue ? value.toString() : value;
}

export function outputs(result: { readonly [name: string]: DataValue }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(result).map(([name, value]) => [name, plain(value)]));
}
