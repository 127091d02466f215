/** The metadata files beside code: Apex classes and triggers, Lightning web components, static resources. */
import type {
  ApexClass,
  ApexTrigger,
  Capabilities,
  DataWeaveResource,
  LightningComponentBundle,
  StaticResource,
  Targets,
} from '@salesforce/types/metadata';
import { element, flag, list, number, required, shape, text, unused, withDefault, type ValueOf } from '../shape.ts';

export const apexClass = shape<ApexClass>()({
  apiVersion: required(number),
  content: unused,
  fullName: text,
  packageVersions: unused,
  status: withDefault(text, 'Active'),
});

export const apexTrigger = shape<ApexTrigger>()({
  apiVersion: required(number),
  content: unused,
  fullName: text,
  packageVersions: unused,
  status: withDefault(text, 'Active'),
});

export const dataWeaveResource = shape<DataWeaveResource>()({
  apiVersion: required(number),
  content: unused,
  fullName: text,
  isGlobal: flag,
  isProtected: flag,
});

export type DataWeaveResourceSource = ValueOf<typeof dataWeaveResource>;

const capabilities = shape<Capabilities>()({
  capability: list(text),
});

const targets = shape<Targets>()({
  target: list(text),
});

export const lightningComponentBundle = shape<
  Omit<LightningComponentBundle, 'targetConfigs'> & { targetConfigs?: object }
>()({
  ai: text,
  apiVersion: number,
  capabilities,
  description: text,
  fullName: text,
  isExplicitImport: flag,
  isExposed: flag,
  lwcResources: unused,
  masterLabel: text,
  runtimeNamespace: text,
  /** Open content: the design attributes and objects of each target. */
  targetConfigs: element,
  targets,
});

export const staticResource = shape<StaticResource>()({
  cacheControl: required(text),
  content: unused,
  contentType: required(text),
  description: text,
  fullName: text,
});

export type ApexClassSource = ValueOf<typeof apexClass>;
export type ApexTriggerSource = ValueOf<typeof apexTrigger>;
export type LightningComponentBundleSource = ValueOf<typeof lightningComponentBundle>;
export type StaticResourceSource = ValueOf<typeof staticResource>;
