/** What flows and actions return, as Apex code sees it. */
import type { DataValue } from '../../../database/services.ts';
import { SObject } from '../../../schema/sobject.ts';
import { ApexList } from '../../runtime/index.ts';
import { sobjectType, types } from '../../types/apex-type.ts';

/** Lists are typed by their records, or with Object. */
export function apexValue(value: DataValue): unknown {
  if (!Array.isArray(value)) return value;
  const items = (value as readonly DataValue[]).map(apexValue);
  const [first] = items;
  return new ApexList(first instanceof SObject ? sobjectType(first.schema.name) : types.Object, items);
}
