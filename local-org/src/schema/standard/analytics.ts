/** Reports, dashboards and the folders they lie in. Their rows follow from metadata, or from what users save. */
export const analyticsTables = `
object Report 00O "Report" "Reports" viewed nocreate noupdate nodelete notrigger norecycle
  OwnerId ref(Folder,Organization,User) required readonly rel:Owner "Owner ID"
  FolderName string(256) readonly
  Name string(80) required readonly name "Report Name"
  Description string(255) readonly
  DeveloperName string(80) required readonly "Report Unique Name"
  NamespacePrefix string(15) readonly
  LastRunDate datetime readonly
  Format picklist(40) readonly = Tabular|Summary|Matrix|MultiBlock:Joined

object Dashboard 01Z "Dashboard" "Dashboards" viewed nocreate noupdate nodelete notrigger norecycle
  FolderId ref(Folder,Organization,User) required readonly rel:Folder "Folder ID"
  FolderName string(256) readonly
  Title string(80) required readonly name
  DeveloperName string(80) required readonly "Dashboard Unique Name"
  NamespacePrefix string(15) readonly
  Description string(255) readonly
  RunningUserId ref(User) readonly rel:RunningUser "Running User ID"
  Type picklist(40) readonly = SpecifiedUser:Specified User|LoggedInUser:Logged-in User|MyTeamUser:My Team's User

object DashboardComponent 01a "Dashboard Component" "Dashboard Components" noaudit nocreate noupdate nodelete notrigger norecycle
  Name string(40) readonly name
  DashboardId ref(Dashboard) required readonly rel:Dashboard child:DashboardComponents cascade "Dashboard ID"
  CustomReportId ref(Report) readonly rel:CustomReport "Custom Report ID"
`;
