/** Ways to reach people, and operating hours. */
const common = `
  ParentId ref(Account,Individual) rel:Parent
  ActiveFromDate date
  ActiveToDate date
  BestTimeToContactEndTime time
  BestTimeToContactStartTime time
  BestTimeToContactTimezone picklist(255) values:TimeZone
  IsPrimary boolean
  PreferenceRank int(9)
  UsageType picklist(255) = Work|Home|Temp`;

export const contactPointTables = `
object ContactPointPhone 8lZ "Contact Point Phone" "Contact Point Phones" owner:Group,User viewed
  Name string(255) readonly name auto:{000000000}${common}
  AreaCode string(10)
  ExtensionNumber string(10)
  FormattedInternationalPhoneNumber phone(40) readonly
  FormattedNationalPhoneNumber phone(40) readonly
  IsBusinessPhone boolean
  IsFaxCapable boolean
  IsPersonalPhone boolean
  IsSmsCapable boolean
  PhoneType picklist(255) = Home|Mobile
  TelephoneNumber phone(40) required

object ContactPointEmail 9Vl "Contact Point Email" "Contact Point Emails" owner:Group,User viewed
  Name string(255) readonly name auto:{000000000}${common}
  EmailAddress email(255) required
  EmailDomain string(255)
  EmailMailBox string(255)
  EmailLatestBounceDateTime datetime
  EmailLatestBounceReasonText string(255)

object ContactPointAddress 8lW "Contact Point Address" "Contact Point Addresses" owner:Group,User viewed
  Name string(255) required name${common}
  ContactPointPhoneId ref(ContactPointPhone) "Contact Point Phone ID"
  AddressType picklist(255) = Shipping|Billing
  IsActive boolean
  IsDefault boolean
  IsThirdPartyAddress boolean
  SourceSystemIdentifier string(255)
  address ""

object OperatingHours 0OH "Operating Hours" "Operating Hours" viewed
  Name string(255) required name
  Description textarea(255)
  TimeZone picklist(255) required values:TimeZone

object TimeSlot 0TS "Time Slot" "Time Slots" viewed
  TimeSlotNumber string(255) readonly name auto:TS-{0000}
  OperatingHoursId ref(OperatingHours) required createonly child:TimeSlots cascade "Operating Hours ID"
  StartTime time required
  EndTime time required
  DayOfWeek picklist(255) required = Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
  Type picklist(255) default:Normal = Normal*|Extended
  MaxAppointments int(9)
`;
