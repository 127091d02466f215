/** CustomLabels. */
import type { CustomLabel, CustomLabels } from '@salesforce/types/metadata';
import { flag, list, required, shape, text, type ValueOf } from '../shape.ts';

export const customLabel = shape<CustomLabel>()({
  categories: text,
  fullName: text,
  language: required(text),
  protected: required(flag),
  shortDescription: required(text),
  value: required(text),
});

export const customLabels = shape<CustomLabels>()({
  fullName: text,
  labels: list(customLabel),
});

export type CustomLabelsSource = ValueOf<typeof customLabels>;
export type CustomLabelSource = ValueOf<typeof customLabel>;
