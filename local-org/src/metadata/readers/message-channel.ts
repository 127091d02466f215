/** LightningMessageChannel. */
import type { LightningMessageChannel, LightningMessageField } from '@salesforce/types/metadata';
import { flag, list, required, shape, text, type ValueOf } from '../shape.ts';

const lightningMessageField = shape<LightningMessageField>()({
  description: text,
  fieldName: required(text),
});

export const lightningMessageChannel = shape<LightningMessageChannel>()({
  description: text,
  fullName: text,
  isExposed: flag,
  lightningMessageFields: list(lightningMessageField),
  masterLabel: required(text),
});

export type LightningMessageChannelSource = ValueOf<typeof lightningMessageChannel>;
