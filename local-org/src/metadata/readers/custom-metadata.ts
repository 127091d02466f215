/** CustomMetadata: one record of a custom metadata type. */
import type { CustomMetadata, CustomMetadataValue } from '@salesforce/types/metadata';
import { flag, list, required, shape, text, type ValueOf } from '../shape.ts';

const customMetadataValue = shape<CustomMetadataValue>()({
  field: required(text),
  value: text,
});

export const customMetadata = shape<CustomMetadata>()({
  description: text,
  fullName: text,
  label: text,
  protected: flag,
  values: list(customMetadataValue),
});

export type CustomMetadataSource = ValueOf<typeof customMetadata>;
