/** Code, jobs, approvals and other setup records. */
export const setupTables = `
object RecordType 012 "Record Type" "Record Types" nodelete notrigger norecycle
  Name string(80) required name
  DeveloperName string(80) required "Record Type Name"
  NamespacePrefix string(15) readonly
  Description string(255)
  BusinessProcessId ref(BusinessProcess) "Business Process ID"
  SobjectType picklist(40) required createonly "SObject Type Name"
  IsActive boolean "Active"

object BusinessProcess 019 "Business Process" "Business Process" nodelete notrigger norecycle unfilled
  Name string(80) required name
  NamespacePrefix string(15) readonly
  Description string(255)
  TableEnumOrId picklist(40) required createonly "Entity Enumeration Or ID"
  IsActive boolean "Active"

object ApexClass 01p "Apex Class" "Apex Classes" notrigger norecycle
  NamespacePrefix string(15)
  Name string(255) required name
  ApiVersion double(18,1) required "Api Version"
  Status picklist(40) required = Inactive|Active*|Deleted
  IsValid boolean "Is Valid"
  BodyCrc double(18,0) "Body CRC"
  Body textarea(1000000)
  LengthWithoutComments int(9) required "Size Without Comments"

object ApexTrigger 01q "Apex Trigger" "Apex Triggers" notrigger norecycle
  NamespacePrefix string(15)
  Name string(255) required name
  TableEnumOrId picklist(40) required "Custom Object Definition ID"
  UsageBeforeInsert boolean
  UsageAfterInsert boolean
  UsageBeforeUpdate boolean
  UsageAfterUpdate boolean
  UsageBeforeDelete boolean
  UsageAfterDelete boolean
  UsageIsBulk boolean
  UsageAfterUndelete boolean
  ApiVersion double(18,1) required "Api Version"
  Status picklist(40) required = Inactive|Active*|Deleted
  IsValid boolean "Is Valid"
  BodyCrc double(18,0) "Body CRC"
  Body textarea(1000000)
  LengthWithoutComments int(9) required "Size Without Comments"

object ApexPage 066 "Visualforce Page" "Visualforce Pages" notrigger norecycle
  NamespacePrefix string(15)
  Name string(80) required name
  ApiVersion double(18,1) required "Api Version"
  MasterLabel string(80) required "Label"
  Description textarea(4000)
  ControllerType picklist(40) required = 0|1|2|3
  ControllerKey string(255)
  IsAvailableInTouch boolean "Available for Lightning Experience, Experience Builder sites, and the mobile app"
  IsConfirmationTokenRequired boolean "Require CSRF protection on GET requests"
  Markup textarea(1048576) required

object ApexComponent 099 "Visualforce Component" "Visualforce Components" notrigger norecycle
  NamespacePrefix string(15)
  Name string(80) required name
  ApiVersion double(18,1) required "Api Version"
  MasterLabel string(80) required "Label"
  Description textarea(4000)
  ControllerType picklist(40) required = 0|1|2|3
  ControllerKey string(255)
  Markup textarea(1048576) required

object AsyncApexJob 707 "Apex Job" "Apex Jobs" nocreate noupdate nodelete notrigger norecycle noaudit
  JobType picklist(40) readonly = Future|SharingRecalculation:Sharing Recalculation|ScheduledApex:Scheduled Apex|BatchApex:Batch Apex|BatchApexWorker:Batch Apex Worker|TestRequest:Test Request|TestWorker:Test Worker|ApexToken:Apex Token|Queueable
  ApexClassId ref(ApexClass) readonly "Class ID"
  Status picklist(40) readonly = Queued|Processing|Aborted|Completed|Failed|Preparing|Holding
  JobItemsProcessed int(9) readonly "Batches Processed"
  TotalJobItems int(9) readonly "Total Batches"
  NumberOfErrors int(9) readonly "Failures"
  CompletedDate datetime readonly "Completion Date"
  MethodName string(255) readonly "Apex Method"
  ExtendedStatus string(1000) readonly "Status Detail"
  ParentJobId ref(AsyncApexJob) readonly "Apex Job ID"
  LastProcessed string(15) readonly "Last Record ID"
  LastProcessedOffset int(9) readonly
  CronTriggerId ref(CronTrigger) readonly "Cron Trigger ID"
  CreatedDate datetime readonly
  CreatedById ref(User) readonly rel:CreatedBy "Created By ID"

object CronTrigger 08e "Scheduled Jobs" "Scheduled Jobs" nocreate noupdate notrigger norecycle noaudit
  CronJobDetailId ref(CronJobDetail) readonly "Job ID"
  NextFireTime datetime readonly "Next Run Time"
  PreviousFireTime datetime readonly "Previous Run Time"
  State picklist(40) readonly "State" = WAITING|ACQUIRED|EXECUTING|COMPLETE|BLOCKED|ERROR|PAUSED|PAUSED_BLOCKED|DELETED
  StartTime datetime readonly
  EndTime datetime readonly
  CronExpression string(255) readonly
  TimeZoneSidKey picklist(40) readonly values:TimeZone "Time Zone"
  OwnerId ref(User) readonly rel:Owner "User ID"
  LastModifiedById ref(User) readonly rel:LastModifiedBy "Last Modified By ID"
  CreatedById ref(User) readonly rel:CreatedBy "Created By ID"
  CreatedDate datetime readonly
  TimesTriggered int(9) readonly "Job Fired Count"

object CronJobDetail 08a "Cron Job" "Cron Jobs" nocreate noupdate nodelete notrigger norecycle noaudit
  Name string(255) readonly name
  JobType picklist(40) readonly = 0:Data Export|1:Cron Job|3:Dashboard Refresh|4:Analytic Snapshot|6:Scheduled Flow|7:Scheduled Apex|8:Report Run|9:Batch Job|A:Reporting Notification

object ApexLog 07L "Apex Debug Log" "Apex Debug Logs" nocreate noupdate notrigger norecycle noaudit
  LogUserId ref(User) readonly rel:LogUser "Log User ID"
  LogLength int(9) readonly "Log Size (bytes)"
  LastModifiedDate datetime readonly
  SystemModstamp datetime readonly
  Request picklist(40) readonly "Request Type"
  Operation string(255) readonly
  Application string(255) readonly
  Status string(255) readonly
  DurationMilliseconds int(9) readonly "Duration"
  StartTime datetime readonly
  RequestIdentifier string(64) readonly
  Location picklist(40) readonly "Log Location" = SystemLog|Monitoring|Preserved

object ApexTestQueueItem 709 "Apex Test Queue Item" "Apex Test Queue Item" notrigger norecycle noaudit
  CreatedById ref(User) readonly rel:CreatedBy "Created By ID"
  CreatedDate datetime readonly
  ApexClassId ref(ApexClass) required createonly "Class ID"
  Status picklist(40) = Holding|Queued|Preparing|Processing|Aborted|Completed|Failed
  ExtendedStatus string(1000) readonly "Status Detail"
  ParentJobId ref(AsyncApexJob) readonly "Apex Job ID"

object ApexTestResult 07M "Apex Test Result" "Apex Test Results" notrigger norecycle noaudit
  SystemModstamp datetime readonly
  TestTimestamp datetime required "Time Started"
  Outcome picklist(40) required "Pass/Fail" = Pass|Fail|CompileFail|Skip
  ApexClassId ref(ApexClass) required "Class ID"
  MethodName string(1000) name
  Message string(4000) "Error Message"
  StackTrace string(4000)
  AsyncApexJobId ref(AsyncApexJob) "Apex Job ID"
  QueueItemId ref(ApexTestQueueItem) rel:QueueItem "Apex Test Queue Item ID"
  ApexLogId ref(ApexLog) "Apex Debug Log ID"
  RunTime int(9)

object StaticResource 081 "Static Resource" "Static Resources" notrigger norecycle
  NamespacePrefix string(15) readonly
  Name string(255) required name
  ContentType string(120) required "MIME Type"
  BodyLength int(9) readonly "Size"
  Body base64
  Description string(255)
  CacheControl picklist(40) required = Private|Public

object ProcessDefinition 04a "Process Definition" "Process Definition" nocreate noupdate nodelete notrigger norecycle
  Name string(80) readonly name
  DeveloperName string(80) readonly
  Type picklist(40) readonly = Approval|State-based Process
  Description textarea(1000) readonly
  TableEnumOrId picklist(40) readonly "Custom Object Definition ID"
  LockType picklist(40) readonly = Total:Admin Only|Owner|Edit:Admin, Owner, and Approver|Node:Node, Lower, and Owner|None
  State picklist(40) readonly = Active|Obsolete|Inactive

object ProcessNode 04b "Process Node" "Process Node" nocreate noupdate nodelete notrigger norecycle noaudit
  Name string(80) readonly name
  DeveloperName string(80) readonly
  ProcessDefinitionId ref(ProcessDefinition) readonly "Process Definition ID"
  Description string(1000) readonly
  SystemModstamp datetime readonly

object ProcessInstance 04g "Process Instance" "Process Instance" nocreate noupdate nodelete notrigger
  ProcessDefinitionId ref(ProcessDefinition) readonly "Process Definition ID"
  TargetObjectId ref(*record) readonly rel:TargetObject children:ProcessInstances cascade "Target Object ID"
  Status picklist(40) readonly = Started|NoResponse:No Response|Removed:Recalled|Rejected|Approved|Pending|Fault|Held|Reassigned
  CompletedDate datetime readonly
  LastActorId ref(User) readonly rel:LastActor "Last Actor ID"
  ElapsedTimeInDays double(18,4) readonly "Elapsed Time in Days"
  ElapsedTimeInHours double(18,2) readonly "Elapsed Time in Hours"
  ElapsedTimeInMinutes double(18,0) readonly "Elapsed Time in Minutes"
  SubmittedById ref(User) readonly rel:SubmittedBy "Submitter ID"

object ProcessInstanceStep 04h "Process Instance Step" "Process Instance Step" nocreate noupdate nodelete notrigger created norecycle
  ProcessInstanceId ref(ProcessInstance) readonly child:Steps cascade "Process Instance ID"
  StepStatus picklist(40) readonly = Started|NoResponse:No Response|Removed:Recalled|Rejected|Approved|Pending|Fault|Held|Reassigned
  OriginalActorId ref(Group,User) readonly rel:OriginalActor "Original Actor ID"
  ActorId ref(Group,User) readonly rel:Actor "Actor ID"
  Comments string(4000) readonly
  StepNodeId ref(ProcessNode) readonly rel:StepNode "Process Node ID"
  ElapsedTimeInDays double(18,4) readonly "Elapsed Time in Days"
  ElapsedTimeInHours double(18,2) readonly "Elapsed Time in Hours"
  ElapsedTimeInMinutes double(18,0) readonly "Elapsed Time in Minutes"

object ProcessInstanceWorkitem 04i "Approval Request" "Approval Requests" nocreate notrigger created
  ProcessInstanceId ref(ProcessInstance) readonly child:Workitems cascade "Process Instance ID"
  OriginalActorId ref(Group,User) readonly rel:OriginalActor "Original Actor ID"
  ActorId ref(Group,User) rel:Actor "Actor ID"
  ElapsedTimeInDays double(18,4) readonly "Elapsed Time in Days"
  ElapsedTimeInHours double(18,2) readonly "Elapsed Time in Hours"
  ElapsedTimeInMinutes double(18,0) readonly "Elapsed Time in Minutes"

object ProcessInstanceNode 04j "Process Instance Node" "Process Instance Node" nocreate noupdate nodelete notrigger norecycle
  ProcessInstanceId ref(ProcessInstance) readonly child:Nodes cascade "Process Instance ID"
  ProcessNodeId ref(ProcessNode) readonly "Process Node ID"
  NodeStatus picklist(40) readonly = Started|NoResponse:No Response|Removed:Recalled|Rejected|Approved|Pending|Fault|Held|Reassigned
  CompletedDate datetime readonly
  LastActorId ref(User) readonly rel:LastActor "Last Actor ID"
  ProcessNodeName string(80) readonly

object ProcessInstanceHistory 04k "Process Instance History" "Process Instance History" nocreate noupdate nodelete notrigger created norecycle
  ProcessInstanceId ref(ProcessInstance) readonly child:StepsAndWorkitems cascade "Process Instance ID"
  TargetObjectId ref(*record) readonly rel:TargetObject cascade "Target Object ID"
  StepStatus picklist(40) readonly = Started|NoResponse:No Response|Removed:Recalled|Rejected|Approved|Pending|Fault|Held|Reassigned
  ProcessNodeId ref(ProcessNode) readonly "Process Node ID"
  OriginalActorId ref(Group,User) readonly rel:OriginalActor "Original Actor ID"
  ActorId ref(Group,User) readonly rel:Actor "Actor ID"
  RemindersSent int(9) readonly "Reminders Sent"
  Comments string(4000) readonly
  IsPending boolean readonly "Is Pending"
  ElapsedTimeInDays double(18,4) readonly "Elapsed Time in Days"
  ElapsedTimeInHours double(18,2) readonly "Elapsed Time in Hours"
  ElapsedTimeInMinutes double(18,0) readonly "Elapsed Time in Minutes"

object ListView 00B "List View" "List Views" nocreate noupdate nodelete notrigger norecycle viewed unfilled
  Name string(40) readonly name
  DeveloperName string(80) readonly "Api Name"
  NamespacePrefix string(15) readonly
  SobjectType picklist(40) readonly "SObject Type"
  IsSoqlCompatible boolean readonly "Is SOQL Compatible"

object CustomNotificationType 0ML "Custom Notification Type" "Custom Notification Types" notrigger norecycle unfilled
  DeveloperName string(80) required name
  Language picklist(40) values:Language default:en_US "Master Language"
  MasterLabel string(80) required "Label"
  NamespacePrefix string(15) readonly
  CustomNotifTypeName string(80) required "Custom Notification Name"
  Description textarea(255)
  Desktop boolean
  Mobile boolean

object FlowInterview 0Fo "Paused Flow Interview" "Paused Flow Interviews" owner:Group,User nocreate notrigger
  Name string(255) readonly name "Flow"
  CurrentElement string(100) readonly
  InterviewLabel string(1000) readonly
  PauseLabel string(1000) readonly "Why Paused"
  Guid string(255) readonly
  InterviewStatus picklist(40) readonly = Running|Paused|Error

object SetupAuditTrail 0Ym "Setup Audit Trail Entry" "Setup Audit Trail Entries" nocreate noupdate nodelete notrigger norecycle noaudit unfilled
  Action string(80) readonly name
  Section string(80) readonly
  Display string(1000) readonly
  DelegateUser string(255) readonly
  ResponsibleNamespacePrefix string(15) readonly
  CreatedByContext string(255) readonly
  CreatedByIssuer string(255) readonly
  CreatedDate datetime readonly
  CreatedById ref(User) readonly rel:CreatedBy "Created By ID"

object NamedCredential 0XA "Named Credential" "Named Credentials" nocreate noupdate nodelete notrigger norecycle unfilled
  DeveloperName string(80) readonly name
  Language picklist(40) readonly values:Language "Master Language"
  MasterLabel string(80) readonly "Label"
  NamespacePrefix string(15) readonly
  Endpoint string(500) readonly "URL"
`;
