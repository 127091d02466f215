/** The metadata files beside Visualforce pages and components. */
import type { ApexComponent, ApexPage } from '@salesforce/types/metadata';
import { flag, number, required, shape, text, unused, type ValueOf } from '../shape.ts';

export const apexPage = shape<ApexPage>()({
  apiVersion: required(number),
  availableInTouch: flag,
  confirmationTokenRequired: unused,
  content: unused,
  description: text,
  fullName: text,
  label: required(text),
  packageVersions: unused,
});

export const apexComponent = shape<ApexComponent>()({
  apiVersion: number,
  content: unused,
  description: text,
  fullName: text,
  label: required(text),
  packageVersions: unused,
});

export type ApexPageSource = ValueOf<typeof apexPage>;
export type ApexComponentSource = ValueOf<typeof apexComponent>;
