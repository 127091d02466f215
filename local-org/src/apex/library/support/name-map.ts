/** A map from API names, as describe calls return: keys are in lower case and found in any case. */
import { ApexMap } from '../../runtime/index.ts';

export class NameMap<V> extends ApexMap<string | null, V> {
  override has(key: string | null): boolean {
    return super.has(key?.toLowerCase() ?? null);
  }

  override get(key: string | null): V | null {
    return super.get(key?.toLowerCase() ?? null);
  }
}
