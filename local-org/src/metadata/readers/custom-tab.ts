/** CustomTab. */
import type { CustomTab } from '@salesforce/types/metadata';
import { flag, list, number, shape, text, type ValueOf } from '../shape.ts';
import { actionOverride } from './custom-object.ts';

export const customTab = shape<CustomTab>()({
  actionOverrides: list(actionOverride),
  auraComponent: text,
  customObject: flag,
  description: text,
  flexiPage: text,
  frameHeight: number,
  fullName: text,
  hasSidebar: flag,
  icon: text,
  label: text,
  lwcComponent: text,
  motif: text,
  page: text,
  scontrol: text,
  splashPageLink: text,
  url: text,
  urlEncodingKey: text,
});

export type CustomTabSource = ValueOf<typeof customTab>;
