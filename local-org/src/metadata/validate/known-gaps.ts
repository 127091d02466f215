/** Where deployable files and the WSDL are known to differ. */

/** Root elements of files that are no type of the WSDL: folders, and types with a schema of their own. */
export const untypedRoots: ReadonlySet<string> = new Set([
  'AiEvaluationDefinition',
  'DashboardFolder',
  'DigitalExperienceConfig',
  'DocumentFolder',
  'EmailFolder',
  'FeatureParameterBoolean',
  'FeatureParameterDate',
  'FeatureParameterInteger',
  'GenAiPromptTemplate',
  'InvocableActionExt',
  'ReportFolder',
]);

/** Elements whose content has a schema of its own: `Type.element`. */
export const openElements: ReadonlySet<string> = new Set(['LightningComponentBundle.targetConfigs']);

/** Elements that the WSDL requires and that deployable files may leave out: `Type.element`. */
export const omittableElements: ReadonlySet<string> = new Set(['ApexClass.status', 'ApexTrigger.status']);

/** Elements that stand in files although the WSDL lacks them: `Type.element` → type. */
export const extraElements: ReadonlyMap<string, string> = new Map([
  ['CustomField.displayLocationInDecimal', 'boolean'],
  ['CustomSite.allowGuestPaymentsApi', 'boolean'],
  ['FlowActionCall.versionSegment', 'number'],
]);

/** Values of enumerations that the WSDL lacks: `Enumeration.value`. */
export const extraValues: ReadonlySet<string> = new Set([
  'SiteType.ChatterNetwork',
  'SiteType.ChatterNetworkPicasso',
  'Gender.',
]);
