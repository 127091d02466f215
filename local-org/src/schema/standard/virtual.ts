/** Objects without rows of their own: metadata that can be queried, and what polymorphic references answer. */
export const virtualTables = `
object EntityDefinition 4ie "Entity Definition" "Entity Definitions" nocreate noupdate nodelete notrigger norecycle noaudit virtual
  DurableId string(255) readonly "Durable ID"
  LastModifiedDate datetime readonly
  QualifiedApiName string(70) readonly "Qualified API Name"
  NamespacePrefix string(15) readonly
  DeveloperName string(80) readonly
  MasterLabel string(80) readonly name "Label"
  Label string(80) readonly
  PluralLabel string(80) readonly
  DefaultCompactLayoutId string(255) readonly
  IsCustomizable boolean readonly
  IsApexTriggerable boolean readonly
  IsWorkflowEnabled boolean readonly
  IsProcessEnabled boolean readonly
  IsCompactLayoutable boolean readonly
  DeploymentStatus picklist(40) readonly = InDevelopment|Deployed
  KeyPrefix string(3) readonly
  IsCustomSetting boolean readonly
  IsDeprecatedAndHidden boolean readonly
  IsSearchable boolean readonly
  IsSearchLayoutable boolean readonly
  IsTriggerable boolean readonly
  IsIdEnabled boolean readonly
  IsEverCreatable boolean readonly
  IsEverUpdatable boolean readonly
  IsEverDeletable boolean readonly
  IsFeedEnabled boolean readonly
  IsQueryable boolean readonly
  IsLayoutable boolean readonly
  InternalSharingModel string(40) readonly
  ExternalSharingModel string(40) readonly
  EditUrl string(255) readonly
  DetailUrl string(255) readonly
  NewUrl string(255) readonly

object FieldDefinition 4fe "Field Definition" "Field Definitions" nocreate noupdate nodelete notrigger norecycle noaudit virtual
  DurableId string(255) readonly "Durable ID"
  LastModifiedDate datetime readonly
  QualifiedApiName string(70) readonly "Qualified API Name"
  EntityDefinitionId ref(EntityDefinition) readonly child:Fields "Entity Definition ID"
  NamespacePrefix string(15) readonly
  DeveloperName string(80) readonly
  MasterLabel string(80) readonly name "Label"
  Label string(80) readonly
  Length int(9) readonly
  DataType string(120) readonly
  ValueTypeId string(18) readonly
  ExtraTypeInfo string(80) readonly
  IsCalculated boolean readonly
  IsHighScaleNumber boolean readonly
  IsHtmlFormatted boolean readonly
  IsNameField boolean readonly
  IsNillable boolean readonly
  IsWorkflowFilterable boolean readonly
  IsCompactLayoutable boolean readonly
  Precision int(9) readonly
  Scale int(9) readonly
  IsFieldHistoryTracked boolean readonly
  IsIndexed boolean readonly
  IsApiFilterable boolean readonly
  IsApiSortable boolean readonly
  IsListFilterable boolean readonly
  IsListSortable boolean readonly
  IsApiGroupable boolean readonly
  IsListVisible boolean readonly
  ControllingFieldDefinitionId string(255) readonly
  RelationshipName string(80) readonly
  IsCompound boolean readonly
  IsPolymorphicForeignKey boolean readonly
  Description textarea(4000) readonly

object EntityParticle 4ip "Entity Particle" "Entity Particles" nocreate noupdate nodelete notrigger norecycle noaudit virtual
  DurableId string(255) readonly "Durable ID"
  QualifiedApiName string(70) readonly "Qualified API Name"
  EntityDefinitionId ref(EntityDefinition) readonly child:Particles "Entity Definition ID"
  FieldDefinitionId ref(FieldDefinition) readonly child:Particles "Field Definition ID"
  NamespacePrefix string(15) readonly
  DeveloperName string(80) readonly
  MasterLabel string(80) readonly name "Label"
  Label string(80) readonly
  Length int(9) readonly
  DataType string(30) readonly
  IsNillable boolean readonly
  IsCalculated boolean readonly

object UserRecordAccess 0Jd "User Record Access" "User Record Access" nocreate noupdate nodelete notrigger norecycle noaudit virtual
  UserId ref(User) readonly "User ID"
  RecordId string(18) readonly "Record ID"
  HasReadAccess boolean readonly
  HasEditAccess boolean readonly
  HasDeleteAccess boolean readonly
  HasTransferAccess boolean readonly
  HasAllAccess boolean readonly
  MaxAccessLevel picklist(40) readonly = None|Read|Edit|Delete|Transfer|All

object Name 0na "Name" "Name" nocreate noupdate nodelete notrigger norecycle noaudit virtual viewed
  Name string(255) readonly name
  LastName string(80) readonly
  FirstName string(40) readonly
  Type picklist(40) readonly
  Alias string(8) readonly
  UserRoleId ref(UserRole) readonly "Role ID"
  RecordTypeId ref(RecordType) readonly "Record Type ID"
  ProfileId ref(Profile) readonly "Profile ID"
  Title string(128) readonly
  Email email(128) readonly
  Phone phone(40) readonly
  Username string(80) readonly
  IsActive boolean readonly "Active"
  NameOrAlias string(255) readonly "Name or Alias"
`;
