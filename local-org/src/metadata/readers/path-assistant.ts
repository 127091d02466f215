/** PathAssistant: the path on a record page. */
import type { PathAssistant, PathAssistantStep } from '@salesforce/types/metadata';
import { flag, list, required, shape, text, type ValueOf } from '../shape.ts';

const pathAssistantStep = shape<PathAssistantStep>()({
  fieldNames: list(text),
  info: text,
  picklistValueName: required(text),
});

export const pathAssistant = shape<PathAssistant>()({
  active: required(flag),
  entityName: required(text),
  fieldName: required(text),
  fullName: text,
  masterLabel: required(text),
  pathAssistantSteps: list(pathAssistantStep),
  recordTypeName: required(text),
});

export type PathAssistantSource = ValueOf<typeof pathAssistant>;
