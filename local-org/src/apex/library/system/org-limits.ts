/** System.OrgLimits and System.OrgLimit ("OrgLimits Class", Apex Reference Guide). */
import { ApexList, ApexMap, LibraryObject } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';

/** Limits of a Developer Edition org ("Limits Resource", REST API Developer Guide). The local org uses none of them up. */
const ORG_LIMITS: Readonly<Record<string, number>> = {
  AnalyticsExternalDataSizeMB: 40_960,
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentEinsteinDataInsightsStoryCreation: 5,
  ConcurrentSyncReportRuns: 20,
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyDeliveredPlatformEvents: 10_000,
  DailyDurableGenericStreamingApiEvents: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyFunctionsApiCallLimit: 235_000,
  DailyGenericStreamingApiEvents: 10_000,
  DailyStandardVolumePlatformEvents: 10_000,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 1_385,
  DataStorageMB: 5,
  DurableStreamingApiConcurrentClients: 20,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1_200,
  HourlyDashboardRefreshes: 200,
  HourlyDashboardResults: 5_000,
  HourlyDashboardStatuses: 999_999_999,
  HourlyLongTermIdMapping: 100_000,
  HourlyManagedContentPublicRequests: 50_000,
  HourlyODataCallout: 1_000,
  HourlyPublishedPlatformEvents: 50_000,
  HourlyPublishedStandardVolumePlatformEvents: 1_000,
  HourlyShortTermIdMapping: 100_000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 50,
  MassEmail: 10,
  MonthlyEinsteinDiscoveryStoryCreation: 500,
  Package2VersionCreates: 6,
  Package2VersionCreatesWithoutValidation: 500,
  PermissionSets: 1_500,
  PrivateConnectOutboundCalloutHourlyLimitMB: 0,
  SingleEmail: 15,
  StreamingApiConcurrentClients: 20,
};

class OrgLimitValue extends LibraryObject {
  readonly typeName = 'System.OrgLimit';
  readonly name: string;
  readonly limit: number;

  constructor(name: string, limit: number) {
    super();
    this.name = name;
    this.limit = limit;
  }

  override toString(): string {
    return `OrgLimit[${this.name}: 0/${this.limit}]`;
  }
}

function all(): OrgLimitValue[] {
  return Object.entries(ORG_LIMITS).map(([name, limit]) => new OrgLimitValue(name, limit));
}

const limitType = libraryType('System.OrgLimit');

export const orgLimitClass = libraryClass('System.OrgLimit', {
  'Integer getLimit()': (self: OrgLimitValue) => self.limit,
  'String getName()': (self: OrgLimitValue) => self.name,
  'Integer getValue()': () => 0,
});

export const orgLimitsClass = libraryClass('System.OrgLimits', {
  'static List<System.OrgLimit> getAll()': () => new ApexList(limitType, all()),
  'static Map<String, System.OrgLimit> getMap()': () =>
    new ApexMap(
      types.String,
      limitType,
      all().map((limit) => [limit.name, limit] as const),
    ),
});
