/** System.RoundingMode ("RoundingMode Enum", Apex Reference Guide). */
import type { RoundingMode } from '../../../schema/values/index.ts';
import type { ApexEnumValue } from '../../runtime/index.ts';
import { libraryEnum } from '../define.ts';

export const roundingMode = libraryEnum('System.RoundingMode', [
  'UP',
  'DOWN',
  'CEILING',
  'FLOOR',
  'HALF_UP',
  'HALF_DOWN',
  'HALF_EVEN',
  'UNNECESSARY',
]);

export function roundingModeOf(value: ApexEnumValue): RoundingMode {
  return value.name as RoundingMode;
}
