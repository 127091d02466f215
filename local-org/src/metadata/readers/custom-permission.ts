/** CustomPermission. */
import type { CustomPermission, CustomPermissionDependencyRequired } from '@salesforce/types/metadata';
import { flag, list, required, shape, text, type ValueOf } from '../shape.ts';

const customPermissionDependencyRequired = shape<CustomPermissionDependencyRequired>()({
  customPermission: required(text),
  dependency: required(flag),
});

export const customPermission = shape<CustomPermission>()({
  connectedApp: text,
  description: text,
  externalClientApplication: text,
  fullName: text,
  isLicensed: required(flag),
  label: required(text),
  requiredPermission: list(customPermissionDependencyRequired),
});

export type CustomPermissionSource = ValueOf<typeof customPermission>;
