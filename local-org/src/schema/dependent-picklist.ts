/** Which values of a dependent picklist go with which values of its controlling field. */
import type { FieldSchema } from './model.ts';

/** Values a controlling field can take, in the order bitmaps count them. A checkbox controls with `false`, `true`. */
export function controllingValuesOf(controller: FieldSchema | undefined): readonly string[] {
  if (controller === undefined) return [];
  return controller.type === 'boolean' ? ['false', 'true'] : controller.picklistValues.map((entry) => entry.value);
}

/**
 * `validFor` of describe: base64 of a bitmap in which the n-th bit from the left stands for the n-th controlling value
 * (SOAP API Developer Guide, "PicklistEntry").
 */
export function validForBitmap(validFor: readonly string[], controllingValues: readonly string[]): string {
  const bytes = new Uint8Array(Math.ceil(controllingValues.length / 8));
  for (const [index, value] of controllingValues.entries()) {
    if (validFor.some((other) => other.toLowerCase() === value.toLowerCase())) {
      bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
    }
  }
  return Buffer.from(bytes).toString('base64');
}
