/** CustomApplication: a Lightning or classic app. */
import type {
  AppActionOverride,
  AppBrand,
  AppProfileActionOverride,
  AppWorkspaceConfig,
  CustomApplication,
  WorkspaceMapping,
} from '@salesforce/types/metadata';
import { flag, list, number, required, shape, text, unused, type ValueOf } from '../shape.ts';

const appActionOverride = shape<AppActionOverride>()({
  actionName: text,
  comment: text,
  content: text,
  formFactor: text,
  pageOrSobjectType: required(text),
  skipRecordTypeSelect: flag,
  type: text,
});

const appBrand = shape<AppBrand>()({
  footerColor: text,
  headerColor: text,
  logo: text,
  logoVersion: number,
  shouldOverrideOrgTheme: flag,
});

const appProfileActionOverride = shape<AppProfileActionOverride>()({
  actionName: required(text),
  content: text,
  formFactor: required(text),
  pageOrSobjectType: required(text),
  profile: required(text),
  recordType: text,
  type: required(text),
});

const workspaceMapping = shape<WorkspaceMapping>()({
  fieldName: text,
  tab: required(text),
});

const appWorkspaceConfig = shape<AppWorkspaceConfig>()({
  mappings: list(workspaceMapping),
});

export const customApplication = shape<CustomApplication>()({
  actionOverrides: list(appActionOverride),
  brand: appBrand,
  consoleConfig: unused,
  defaultLandingTab: text,
  description: text,
  formFactors: list(text),
  fullName: text,
  isNavAutoTempTabsDisabled: flag,
  isNavPersonalizationDisabled: flag,
  isNavTabPersistenceDisabled: flag,
  isOmniPinnedViewEnabled: flag,
  isServiceCloudConsole: flag,
  label: text,
  logo: text,
  navType: text,
  preferences: unused,
  profileActionOverrides: list(appProfileActionOverride),
  setupExperience: text,
  subscriberTabs: list(text),
  tabs: list(text),
  uiBundle: text,
  uiType: text,
  utilityBar: text,
  workspaceConfig: appWorkspaceConfig,
});

export type CustomApplicationSource = ValueOf<typeof customApplication>;
