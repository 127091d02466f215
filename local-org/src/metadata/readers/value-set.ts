/** GlobalValueSet and StandardValueSet. */
import type { GlobalValueSet, StandardValue, StandardValueSet } from '@salesforce/types/metadata';
import { flag, list, number, required, shape, text, unused, withDefault, type ValueOf } from '../shape.ts';
import { customValue } from './custom-field.ts';

export const globalValueSet = shape<GlobalValueSet>()({
  customValue: list(customValue),
  description: text,
  fullName: text,
  masterLabel: required(text),
  sorted: withDefault(flag, false),
});

const standardValue = shape<StandardValue>()({
  allowEmail: unused,
  closed: flag,
  color: unused,
  converted: flag,
  cssExposed: unused,
  default: withDefault(flag, false),
  description: text,
  forecastCategory: text,
  fullName: text,
  groupingString: text,
  highPriority: flag,
  isActive: flag,
  label: text,
  probability: number,
  reverseRole: text,
  reviewed: flag,
  won: flag,
});

export const standardValueSet = shape<StandardValueSet>()({
  fullName: text,
  groupingStringEnum: text,
  sorted: withDefault(flag, false),
  standardValue: list(standardValue),
});

export type GlobalValueSetSource = ValueOf<typeof globalValueSet>;
export type StandardValueSetSource = ValueOf<typeof standardValueSet>;
