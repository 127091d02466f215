/** What flows and actions return, as Apex code sees it. */
import type { DataValue } from '../../../database/services.ts';
import { ApexList, typeOf } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';

/** Lists are typed by what they hold. */
export function apexValue(value: DataValue): unknown {
  if (!Array.isArray(value)) return value;
  const items = (value as readonly DataValue[]).map(apexValue);
  const [first = types.Object, ...others] = new Set(items.filter((item) => item !== null).map(typeOf));
  return new ApexList(others.length === 0 ? first : types.Object, items);
}
