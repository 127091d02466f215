/** Users, roles, groups, profiles, permission sets and the organization. */
import { systemPermissions } from './system-permissions.ts';

const permissionLines = systemPermissions.map((name) => `  Permissions${name} boolean`).join('\n');

export const peopleTables = `
object User 005 "User" "Users" nodelete norecycle viewed
  Username string(80) required unique idLookup
  LastName string(80) required
  FirstName string(40)
  Name string(121) readonly name "Full Name"
  CompanyName string(80)
  Division string(80)
  Department string(80)
  Title string(80)
  address ""
  Email email(128) required
  EmailPreferencesAutoBcc boolean default:true "AutoBcc"
  EmailPreferencesAutoBccStayInTouch boolean "AutoBccStayInTouch"
  EmailPreferencesStayInTouchReminder boolean default:true "StayInTouchReminder"
  SenderEmail email(80) "Email Sender Address"
  SenderName string(80) "Email Sender Name"
  Signature textarea(1333) "Email Signature"
  Phone phone(40)
  Extension phone(40)
  Fax phone(40)
  MobilePhone phone(40) "Cell"
  Alias string(8) required
  CommunityNickname string(40) required "Nickname"
  BadgeText string(80) readonly "User Photo badge text overlay"
  IsActive boolean "Active"
  TimeZoneSidKey picklist(40) required values:TimeZone "Time Zone"
  UserRoleId ref(UserRole) child:Users "Role ID"
  LocaleSidKey picklist(40) required values:Locale "Locale"
  ReceivesInfoEmails boolean "Info Emails"
  ReceivesAdminInfoEmails boolean "Admin Info Emails"
  EmailEncodingKey picklist(40) required "Email Encoding" = UTF-8:Unicode (UTF-8)|ISO-8859-1:General US & Western Europe (ISO-8859-1, ISO-LATIN-1)|Shift_JIS:Japanese (Shift-JIS)|ISO-2022-JP:Japanese (JIS)|EUC-JP:Japanese (EUC-JP)|ks_c_5601-1987:Korean (ks_c_5601-1987)|Big5:Traditional Chinese (Big5)|GB2312:Simplified Chinese (GB2312)
  ProfileId ref(Profile) required child:Users "Profile ID"
  UserType picklist(40) readonly = Standard|PowerPartner:Partner|PowerCustomerSuccess:Customer Portal Manager|CustomerSuccess:Customer Portal User|Guest|CspLitePortal:High Volume Portal|CsnOnly:CSN Only|SelfService:Self Service
  LanguageLocaleKey picklist(40) required values:Language "Language"
  EmployeeNumber string(20)
  DelegatedApproverId ref(Group,User) rel:DelegatedApprover "Delegated Approver ID"
  ManagerId ref(User) child:ManagedUsers "Manager ID"
  LastLoginDate datetime readonly "Last Login"
  LastPasswordChangeDate datetime readonly "Last Password Change or Reset"
  NumberOfFailedLogins int(9) readonly "Failed Login Attempts"
  SuAccessExpirationDate date readonly "SU Access Expiration Date"
  OfflineTrialExpirationDate datetime readonly
  OfflinePdaTrialExpirationDate datetime readonly "Sales Anywhere Trial Expiration Date"
  UserPermissionsMarketingUser boolean "Marketing User"
  UserPermissionsOfflineUser boolean "Offline User"
  UserPermissionsCallCenterAutoLogin boolean "Auto-login To Call Center"
  UserPermissionsSFContentUser boolean "Salesforce CRM Content User"
  UserPermissionsKnowledgeUser boolean "Knowledge User"
  UserPermissionsInteractionUser boolean "Flow User"
  UserPermissionsSupportUser boolean "Service Cloud User"
  ForecastEnabled boolean "Allow Forecasting"
  UserPreferencesActivityRemindersPopup boolean default:true "ActivityRemindersPopup"
  UserPreferencesEventRemindersCheckboxDefault boolean default:true "EventRemindersCheckboxDefault"
  UserPreferencesTaskRemindersCheckboxDefault boolean default:true "TaskRemindersCheckboxDefault"
  UserPreferencesReminderSoundOff boolean "ReminderSoundOff"
  UserPreferencesDisableAllFeedsEmail boolean "DisableAllFeedsEmail"
  UserPreferencesApexPagesDeveloperMode boolean "ApexPagesDeveloperMode"
  UserPreferencesReceiveNoNotificationsAsApprover boolean "Receive No Approval Request Emails"
  UserPreferencesReceiveNotificationsAsDelegatedApprover boolean "Receive Approval Request Emails as Delegated Approver"
  UserPreferencesHideS1BrowserUI boolean "HideS1BrowserUI"
  UserPreferencesPathAssistantCollapsed boolean "PathAssistantCollapsed"
  UserPreferencesCacheDiagnostics boolean "CacheDiagnostics"
  UserPreferencesLightningExperiencePreferred boolean default:true "LightningExperiencePreferred"
  UserPreferencesUserDebugModePref boolean "UserDebugModePref"
  ContactId ref(Contact) createonly "Contact ID"
  AccountId ref(Account) readonly child:Users "Account ID"
  CallCenterId string(18) "Call Center ID"
  FederationIdentifier string(512) unique "SAML Federation ID"
  AboutMe textarea(1000)
  FullPhotoUrl url(1024) readonly "Url for full-sized Photo"
  SmallPhotoUrl url(1024) readonly "Url for thumbnail sized Photo"
  MediumPhotoUrl url(1024) readonly "Url for medium profile photo"
  IsExtIndicatorVisible boolean readonly "Show external indicator"
  OutOfOfficeMessage string(40) readonly "Out of office message"
  DigestFrequency picklist(40) required default:D "Chatter Email Highlights Frequency" = D*:Daily|W:Weekly|N:Never
  DefaultGroupNotificationFrequency picklist(40) required default:N "Default Notification Frequency when Joining Groups" = P:Email on Each Post|D:Daily Digests|W:Weekly Digests|N*:Never
  BannerPhotoUrl url(1024) readonly "Url for banner photo"
  IsProfilePhotoActive boolean readonly "Has Profile Photo"
  HasUserVerifiedEmail boolean readonly
  HasUserVerifiedPhone boolean readonly
  IndividualId ref(Individual) "Individual ID"

object UserRole 00E "Role" "Role" norecycle notrigger noaudit
  Name string(80) required name
  ParentRoleId ref(UserRole) rel:ParentRole "Parent Role ID"
  RollupDescription string(80) "Description"
  OpportunityAccessForAccountOwner picklist(40) required default:None "Opportunity Access Level for Account Owner" = None*:Private|Read:Read Only|Edit:Read/Write
  CaseAccessForAccountOwner picklist(40) default:None "Case Access Level for Account Owner" = None*:Private|Read:Read Only|Edit:Read/Write
  ContactAccessForAccountOwner picklist(40) default:None "Contact Access Level for Account Owner" = None*:Private|Read:Read Only|Edit:Read/Write|ControlledByParent
  ForecastUserId ref(User) readonly rel:ForecastUser "User ID"
  MayForecastManagerShare boolean readonly
  PortalAccountId ref(Account) readonly "Account ID"
  PortalType picklist(40) readonly = None*|CustomerPortal:Customer Portal|Partner
  PortalAccountOwnerId ref(User) readonly "User ID"
  DeveloperName string(80) unique
  PortalRole picklist(40) readonly = Executive|Manager|User|PersonAccount:Person Account
  LastModifiedDate datetime readonly
  LastModifiedById ref(User) readonly rel:LastModifiedBy "Last Modified By ID"
  SystemModstamp datetime readonly

object Profile 00e "Profile" "Profile" notrigger norecycle viewed
  Name string(255) required name
${permissionLines}
  UserLicenseId ref(UserLicense) createonly "User License ID"
  UserType picklist(40) readonly = Standard|PowerPartner:Partner|PowerCustomerSuccess:Customer Portal Manager|CustomerSuccess:Customer Portal User|Guest|CspLitePortal:High Volume Portal|CsnOnly:CSN Only|SelfService:Self Service
  Description string(255)

object UserLicense 100 "User License" "User Licenses" nocreate noupdate nodelete notrigger norecycle noaudit
  LicenseDefinitionKey string(40) readonly "License Def. ID"
  TotalLicenses int(9) readonly
  Status picklist(40) readonly = Active|Disabled
  UsedLicenses int(9) readonly
  Name string(255) readonly name
  MasterLabel string(255) readonly "Label"
  CreatedDate datetime readonly
  LastModifiedDate datetime readonly
  SystemModstamp datetime readonly

object PermissionSet 0PS "Permission Set" "Permission Set" notrigger norecycle
  Name string(80) required name "Permission Set Name"
  Label string(80) required "Permission Set Label"
  LicenseId ref(PermissionSetLicense,UserLicense) createonly rel:License "License ID"
  ProfileId ref(Profile) readonly "Profile ID"
  IsOwnedByProfile boolean readonly
  IsCustom boolean readonly "Is Custom"
${permissionLines}
  Description string(255)
  NamespacePrefix string(15) readonly
  HasActivationRequired boolean createonly "Session Activation Required"
  PermissionSetGroupId ref(PermissionSetGroup) readonly "Permission Set Group ID"
  Type picklist(40) readonly = Regular|Standard|Session|Profile|Group|Muting

object PermissionSetLicense 0PL "Permission Set License" "Permission Set Licenses" nocreate noupdate nodelete notrigger norecycle
  DeveloperName string(80) readonly
  MasterLabel string(80) readonly name "Permission Set License Label"
  TotalLicenses int(9) readonly
  UsedLicenses int(9) readonly
  Status picklist(40) readonly = Active|Disabled
  ExpirationDate date readonly

object PermissionSetAssignment 0Pa "Permission Set Assignment" "Permission Set Assignment" noaudit notrigger norecycle
  PermissionSetId ref(PermissionSet) createonly child:Assignments cascade "PermissionSet ID"
  PermissionSetGroupId ref(PermissionSetGroup) createonly child:Assignments cascade "Permission Set Group ID"
  AssigneeId ref(User) required createonly child:PermissionSetAssignments cascade "Assignee ID"
  SystemModstamp datetime readonly
  ExpirationDate datetime
  IsActive boolean readonly
  IsRevoked boolean readonly

object PermissionSetGroup 0PG "Permission Set Group" "Permission Set Groups" notrigger
  DeveloperName string(80) required name
  Language picklist(40) values:Language default:en_US "Master Language"
  MasterLabel string(80) required "Label"
  NamespacePrefix string(15) readonly
  Description string(255)
  Status picklist(40) default:Updated = Updated*|Outdated|Updating|Failed
  HasActivationRequired boolean "Session Activation Required"

object PermissionSetGroupComponent 0PM "Permission Set Group Component" "Permission Set Group Components" notrigger
  PermissionSetGroupId ref(PermissionSetGroup) required createonly child:PermissionSetGroupComponents cascade "Permission Set Group ID"
  PermissionSetId ref(PermissionSet) required createonly child:PermissionSetGroupComponents cascade "Combined Permission Set ID"

object ObjectPermissions 110 "Object Permissions" "Object Permissions" notrigger norecycle
  ParentId ref(PermissionSet) required createonly child:ObjectPerms cascade "Parent ID"
  SobjectType picklist(40) required createonly "Sobject Type Name"
  PermissionsCreate boolean "Create Records"
  PermissionsRead boolean "Read Records"
  PermissionsEdit boolean "Edit Records"
  PermissionsDelete boolean "Delete Records"
  PermissionsViewAllRecords boolean "Read All Records"
  PermissionsModifyAllRecords boolean "Edit All Records"
  PermissionsViewAllFields boolean "View All Fields"

object FieldPermissions 01k "Field Permissions" "Field Permissions" notrigger norecycle noaudit
  ParentId ref(PermissionSet) required createonly child:FieldPerms cascade "Parent ID"
  SobjectType picklist(40) required createonly "Sobject Type Name"
  Field picklist(4000) required createonly "Field Name"
  PermissionsEdit boolean "Edit Field"
  PermissionsRead boolean "Read Field"
  SystemModstamp datetime readonly

object PermissionSetTabSetting 01P "Permission Set Tab Setting" "Permission Set Tab Setting" notrigger norecycle noaudit unfilled
  ParentId ref(PermissionSet) required createonly cascade "Parent ID"
  Visibility picklist(40) required = DefaultOff:Default Off|DefaultOn:Default On
  Name string(80) required createonly name "Tab"
  SystemModstamp datetime readonly

object SetupEntityAccess 0J0 "Setup Entity Access" "Setup Entity Access" notrigger norecycle noaudit
  ParentId ref(PermissionSet) required createonly child:SetupEntityAccessItems cascade "Parent ID"
  SetupEntityId ref(ApexClass,ApexPage,CustomPermission,TabSet,NamedCredential,FlowDefinition,CustomEntityDefinition) required createonly rel:SetupEntity "Setup Entity ID"
  SetupEntityType picklist(40) readonly = ApexClass:Apex Class|ApexPage:Visualforce Page|CustomPermission:Custom Permission|CustomEntityDefinition:Custom Entity Definition|FlowDefinition:Flow Definition|NamedCredential:Named Credential|TabSet:App
  SystemModstamp datetime readonly

object CustomPermission 0CP "Custom Permission" "Custom Permissions" notrigger
  DeveloperName string(80) required name
  IsProtected boolean createonly "Protected Component"
  Language picklist(40) values:Language default:en_US "Master Language"
  MasterLabel string(80) required "Label"
  NamespacePrefix string(15) readonly
  Description string(255)
  IsLicensed boolean readonly "License Required"

object Group 00G "Group" "Group" norecycle notrigger
  Name string(40) required name
  DeveloperName string(80) unique
  RelatedId ref(User,UserRole) readonly rel:Related "Related ID"
  Type picklist(40) required createonly = Regular:Public Group|Role|RoleAndSubordinates:Role and Subordinates|RoleAndSubordinatesInternal:Role and Internal Subordinates|Organization|PRMOrganization|AllCustomerPortal|Queue|Manager|ManagerAndSubordinatesInternal|Territory|TerritoryAndSubordinates
  Email email(255)
  OwnerId ref(Organization,User) readonly rel:Owner "Owner ID"
  Description string(255)
  DoesSendEmailToMembers boolean "Send Email to Members"
  DoesIncludeBosses boolean default:true "Include Bosses"

object GroupMember 011 "Group Member" "Group Member" noaudit norecycle notrigger noupdate
  GroupId ref(Group) required createonly child:GroupMembers cascade "Group ID"
  UserOrGroupId ref(Group,User) required createonly child:GroupMemberships cascade "User/Group ID"
  SystemModstamp datetime readonly

object QueueSobject 03g "Queue Sobject" "Queue Sobject" norecycle notrigger noupdate noaudit
  QueueId ref(Group) required createonly child:QueueSobjects cascade "Group ID"
  SobjectType picklist(40) required createonly "Sobject Type"
  CreatedById ref(User) readonly rel:CreatedBy "Created By ID"
  SystemModstamp datetime readonly

object UserShare 0N0 "User Share" "User Share" norecycle notrigger noaudit
  UserId ref(User) required createonly child:Shares cascade "User ID"
  UserOrGroupId ref(Group,User) required createonly "User/Group ID"
  UserAccessLevel picklist(40) required "User Access" = Read:Read Only|Edit:Read/Write|All:Owner
  RowCause picklist(40) createonly values:RowCause
  LastModifiedDate datetime readonly
  LastModifiedById ref(User) readonly rel:LastModifiedBy "Last Modified By ID"
  IsActive boolean readonly "Active"

object UserLogin 0Yw "User Login" "User Login" nocreate nodelete notrigger norecycle noaudit
  UserId ref(User) readonly "User ID"
  IsFrozen boolean "Frozen"
  IsPasswordLocked boolean "Password Locked"
  LastModifiedDate datetime readonly
  LastModifiedById ref(User) readonly rel:LastModifiedBy "Last Modified By ID"

object LoginHistory 0Ya "Login History" "Login History" nocreate noupdate nodelete notrigger norecycle noaudit
  UserId ref(User) readonly "User ID"
  LoginTime datetime readonly
  LoginType picklist(40) readonly = Application|Remote Access 2.0|Other Apex API|SelfService
  SourceIp string(39) readonly "Source IP"
  LoginUrl string(120) readonly "Login URL"
  Browser string(64) readonly
  Platform string(64) readonly
  Status string(128) readonly
  Application string(64) readonly
  ClientVersion string(64) readonly
  ApiType string(64) readonly
  ApiVersion string(64) readonly

object AuthSession 0Ak "Auth Session" "Auth Sessions" nocreate noupdate notrigger norecycle noaudit
  UsersId ref(User) readonly rel:Users "User ID"
  NumSecondsValid int(9) readonly
  UserType picklist(40) readonly = Standard|Guest
  SourceIp string(39) readonly "Source IP"
  LoginType picklist(40) readonly
  SessionType picklist(40) readonly = UI|API|OAuth2|Content|Visualforce
  SessionSecurityLevel picklist(40) readonly = LOW:None|STANDARD:Standard|HIGH_ASSURANCE:High Assurance
  LogoutUrl string(1500) readonly
  ParentId ref(AuthSession) readonly "Auth Session ID"
  IsCurrent boolean readonly "Is Current"
  CreatedDate datetime readonly
  LastModifiedDate datetime readonly

object Organization 00D "Organization" "Organizations" nocreate nodelete notrigger norecycle
  Name string(80) required name
  Division string(80)
  address ""
  Phone phone(40)
  Fax phone(40)
  PrimaryContact string(80)
  DefaultLocaleSidKey picklist(40) values:Locale "Locale"
  TimeZoneSidKey picklist(40) values:TimeZone "Time Zone"
  LanguageLocaleKey picklist(40) values:Language "Language"
  ReceivesInfoEmails boolean "Info Emails"
  ReceivesAdminInfoEmails boolean "Info Emails Admin"
  PreferencesRequireOpportunityProducts boolean "RequireOpportunityProducts"
  FiscalYearStartMonth int(9) readonly "Fiscal Year Starts In"
  UsesStartDateAsFiscalYearName boolean readonly "Fiscal Year Name by Start"
  DefaultAccountAccess picklist(40) readonly = None:Private|Read:Read Only|Edit:Read/Write|ControlledByLeadOrContact|ControlledByCampaign
  DefaultContactAccess picklist(40) readonly = None:Private|Read:Read Only|Edit:Read/Write|ControlledByParent
  DefaultOpportunityAccess picklist(40) readonly = None:Private|Read:Read Only|Edit:Read/Write|ControlledByLeadOrContact|ControlledByCampaign
  DefaultLeadAccess picklist(40) readonly = None:Private|Read:Read Only|Edit:Read/Write|ReadEditTransfer:Read/Write/Transfer
  DefaultCaseAccess picklist(40) readonly = None:Private|Read:Read Only|Edit:Read/Write|ReadEditTransfer:Read/Write/Transfer
  DefaultCalendarAccess picklist(40) readonly = HideDetails|HideDetailsInsert|ShowDetails|ShowDetailsInsert|AllowEdits
  DefaultPricebookAccess picklist(40) readonly = None:No Access|Read:View Only|ReadSelect:Use
  DefaultCampaignAccess picklist(40) readonly = None:Private|Read:Read Only|Edit:Read/Write|All:Full Access
  ComplianceBccEmail email(80) readonly "Compliance BCC Email"
  UiSkin picklist(40) readonly "UI Skin" = Theme1|Theme2|PortalDefault|Theme3|Theme4:Lightning Experience
  SignupCountryIsoCode string(2) readonly "Signup Country"
  TrialExpirationDate datetime readonly
  OrganizationType picklist(40) readonly "Edition" = Team Edition|Professional Edition|Enterprise Edition|Developer Edition|Personal Edition|Unlimited Edition|Contact Manager Edition|Base Edition
  NamespacePrefix string(15) readonly
  InstanceName string(5) readonly
  IsSandbox boolean readonly "Is Sandbox"
  WebToCaseDefaultOrigin string(40) "Web to Cases Default Origin"
  MonthlyPageViewsUsed int(9) readonly
  MonthlyPageViewsEntitlement int(9) readonly "Monthly Page Views Allowed"
  IsReadOnly boolean readonly "Is Read Only"

object Period 026 "Period" "Periods" nocreate noupdate nodelete notrigger norecycle noaudit
  FiscalYearSettingsId ref(FiscalYearSettings) readonly child:Periods "Fiscal Year Settings ID"
  Type picklist(40) readonly = Month|Quarter|Week|Year
  StartDate date readonly
  EndDate date readonly
  SystemModstamp datetime readonly
  IsForecastPeriod boolean readonly
  QuarterLabel picklist(40) readonly "Quarter Name"
  PeriodLabel picklist(40) readonly "Period Name"
  Number int(9) readonly
  FullyQualifiedLabel string(80) readonly name

object FiscalYearSettings 022 "Fiscal Year Settings" "Fiscal Year Settings" nocreate noupdate nodelete notrigger norecycle noaudit
  PeriodId ref(Period) readonly "Period ID"
  StartDate date readonly
  EndDate date readonly
  Name string(80) readonly name
  IsStandardYear boolean readonly
  YearType picklist(40) readonly = Standard|Custom
  QuarterLabelScheme picklist(40) readonly = NumberByYear|NumberByYearDescending|Custom
  PeriodLabelScheme picklist(40) readonly = NumberByYear|NumberByQuarter|Custom|Standard
  WeekLabelScheme picklist(40) readonly = NumberByYear|NumberByQuarter|NumberByPeriod
  QuarterPrefix picklist(40) readonly
  PeriodPrefix picklist(40) readonly
  WeekStartDay int(9) readonly
  Description string(255) readonly
  SystemModstamp datetime readonly
`;
