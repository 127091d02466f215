/** Products, price books and what is sold with them: opportunity products, quotes, contracts, orders, assets. */
export const productTables = `
object Product2 01t "Product" "Products" viewed
  Name string(255) required name "Product Name"
  ProductCode string(255)
  Description textarea(4000) "Product Description"
  IsActive boolean "Active"
  Family picklist(255) values:Product2Family "Product Family"
  ExternalDataSourceId ref(ExternalDataSource) "External Data Source ID"
  ExternalId string(255) "External ID"
  DisplayUrl url(1000) "Display URL"
  QuantityUnitOfMeasure picklist(255) values:QuantityUnitOfMeasure "Quantity Unit Of Measure"
  IsArchived boolean readonly "Archived"
  StockKeepingUnit string(180) "Product SKU"

object Pricebook2 01s "Price Book" "Price Books" viewed
  Name string(255) required name "Price Book Name"
  IsActive boolean "Active"
  Description string(255)
  IsStandard boolean readonly "Is Standard Price Book"
  IsArchived boolean readonly "Archived"

object PricebookEntry 01u "Price Book Entry" "Price Book Entries"
  Name string(255) readonly name "Product Name"
  Pricebook2Id ref(Pricebook2) required createonly child:PricebookEntries cascade "Price Book ID"
  Product2Id ref(Product2) required createonly child:PricebookEntries cascade "Product ID"
  UnitPrice currency(18,2) required "List Price"
  IsActive boolean "Active"
  UseStandardPrice boolean
  ProductCode string(255) readonly
  IsArchived boolean readonly "Archived"

object OpportunityLineItem 00k "Opportunity Product" "Opportunity Product" viewed
  OpportunityId ref(Opportunity) required createonly child:OpportunityLineItems cascade "Opportunity ID"
  SortOrder int(9) "Line Item Sort Order"
  PricebookEntryId ref(PricebookEntry) createonly child:OpportunityLineItems cascade "Price Book Entry ID"
  Product2Id ref(Product2) createonly "Product ID"
  ProductCode string(255) readonly
  Name string(376) readonly name "Opportunity Product Name"
  Quantity double(12,2) required
  TotalPrice currency(18,2)
  UnitPrice currency(18,2) "Sales Price"
  ListPrice currency(18,2) readonly
  ServiceDate date "Date"
  Description string(255) "Line Description"
  Discount percent(5,2)
  Subtotal currency(18,2) readonly

object Quote 0Q0 "Quote" "Quotes" owner viewed
  Name string(255) required name "Quote Name"
  OpportunityId ref(Opportunity) required createonly child:Quotes cascade "Opportunity ID"
  Pricebook2Id ref(Pricebook2) child:Quotes "Price Book ID"
  ContactId ref(Contact) child:Quotes "Contact ID"
  QuoteNumber string(30) readonly auto:{00000000}
  IsSyncing boolean readonly "Syncing"
  ShippingHandling currency(18,2) "Shipping and Handling"
  Tax currency(18,2)
  Status picklist(255) values:QuoteStatus
  ExpirationDate date
  Description textarea(32000)
  Subtotal currency(18,2) readonly
  TotalPrice currency(18,2) readonly
  LineItemCount int(9) readonly "Line Items"
  address Billing
  address Shipping
  BillingName string(255) "Bill To Name"
  ShippingName string(255) "Ship To Name"
  Email email(80)
  Phone phone(40)
  Fax phone(40)
  ContractId ref(Contract) child:Quotes "Contract ID"
  AccountId ref(Account) readonly "Account ID"
  Discount percent(5,2) readonly
  GrandTotal currency(18,2) readonly

object QuoteLineItem 0QL "Quote Line Item" "Quote Line Item" viewed
  LineNumber string(255) readonly name auto:{00000000}
  QuoteId ref(Quote) required createonly child:QuoteLineItems cascade "Quote ID"
  PricebookEntryId ref(PricebookEntry) required createonly child:QuoteLineItems "Price Book Entry ID"
  OpportunityLineItemId ref(OpportunityLineItem) readonly "Opportunity Product ID"
  Product2Id ref(Product2) createonly "Product ID"
  Quantity double(12,2) required
  UnitPrice currency(18,2) required "Sales Price"
  Discount percent(5,2)
  Description string(255) "Line Item Description"
  ServiceDate date "Date"
  SortOrder int(9) "Sort Order"
  ListPrice currency(18,2) readonly
  Subtotal currency(18,2) readonly
  TotalPrice currency(18,2) readonly

object Contract 800 "Contract" "Contracts" owner viewed activity
  AccountId ref(Account) required child:Contracts cascade "Account ID"
  Pricebook2Id ref(Pricebook2) child:Contracts "Price Book ID"
  OwnerExpirationNotice picklist(40) = 15:15 Days|30:30 Days|45:45 Days|60:60 Days|90:90 Days|120:120 Days
  StartDate date "Contract Start Date"
  EndDate date readonly "Contract End Date"
  address Billing
  address Shipping
  ContractTerm int(4)
  Status picklist(255) values:ContractStatus
  CompanySignedId ref(User) "Company Signed By ID"
  CompanySignedDate date
  CustomerSignedId ref(Contact) child:ContractsSigned "Customer Signed By ID"
  CustomerSignedTitle string(40)
  CustomerSignedDate date
  SpecialTerms textarea(4000)
  ActivatedById ref(User) "Activated By ID"
  ActivatedDate datetime
  StatusCode picklist(40) readonly "Status Category" = Draft|InApproval:In Approval Process|Activated
  Description textarea(32000)
  Name string(80)
  ContractNumber string(30) readonly name auto:{00000000}
  LastApprovedDate datetime readonly

object Order 801 "Order" "Orders" owner:Group,User viewed
  ContractId ref(Contract) child:Orders restrict "Contract ID"
  AccountId ref(Account) child:Orders restrict "Account ID"
  Pricebook2Id ref(Pricebook2) child:Orders restrict "Price Book ID"
  OriginalOrderId ref(Order) child:Orders restrict "Order ID"
  OpportunityId ref(Opportunity) child:Orders "Opportunity ID"
  QuoteId ref(Quote) child:Orders "Quote ID"
  EffectiveDate date required "Order Start Date"
  EndDate date "Order End Date"
  IsReductionOrder boolean createonly "Reduction Order"
  Status picklist(255) required values:OrderStatus
  Description textarea(32000)
  CustomerAuthorizedById ref(Contact) rel:CustomerAuthorizedBy "Customer Authorized By ID"
  CustomerAuthorizedDate date
  CompanyAuthorizedById ref(User) rel:CompanyAuthorizedBy "Company Authorized By ID"
  CompanyAuthorizedDate date
  Type picklist(255) values:OrderType "Order Type"
  address Billing
  address Shipping
  Name string(80) "Order Name"
  PoDate date "PO Date"
  PoNumber string(80) "PO Number"
  OrderReferenceNumber string(80)
  BillToContactId ref(Contact) "Bill To Contact ID"
  ShipToContactId ref(Contact) "Ship To Contact ID"
  ActivatedDate datetime
  ActivatedById ref(User) rel:ActivatedBy "Activated By ID"
  StatusCode picklist(40) readonly "Status Category" = Draft|Activated|Canceled:Cancelled|Expired
  OrderNumber string(30) readonly name auto:{00000000}
  TotalAmount currency(18,2) readonly "Order Amount"

object OrderItem 802 "Order Product" "Order Products"
  OrderId ref(Order) required createonly child:OrderItems cascade "Order ID"
  PricebookEntryId ref(PricebookEntry) createonly child:OrderItems "Price Book Entry ID"
  Product2Id ref(Product2) createonly "Product ID"
  OriginalOrderItemId ref(OrderItem) child:ChildOrderItems "Order Product ID"
  QuoteLineItemId ref(QuoteLineItem) child:OrderItems "Quote Line Item ID"
  AvailableQuantity double(18,2) readonly
  Quantity double(18,2) required
  UnitPrice currency(18,2)
  ListPrice currency(18,2) createonly
  TotalPrice currency(18,2) readonly
  ServiceDate date "Start Date"
  EndDate date
  Description textarea(255) "Line Description"
  OrderItemNumber string(30) readonly name auto:{0000000000} "Order Product Number"

object Asset 02i "Asset" "Assets" owner viewed
  ContactId ref(Contact) child:Assets "Contact ID"
  AccountId ref(Account) child:Assets "Account ID"
  ParentId ref(Asset) child:ChildAssets "Parent Asset ID"
  RootAssetId ref(Asset) readonly "Root Asset ID"
  Product2Id ref(Product2) child:Assets "Product ID"
  ProductCode string(255) readonly
  IsCompetitorProduct boolean "Competitor Asset"
  Name string(255) required name "Asset Name"
  SerialNumber string(80)
  InstallDate date
  PurchaseDate date
  UsageEndDate date
  Status picklist(255) values:AssetStatus
  Price currency(18,2)
  Quantity double(18,2)
  Description textarea(32000)
  AssetProvidedById ref(Account) child:ProvidedAssets rel:AssetProvidedBy "Account ID"
  AssetServicedById ref(Account) child:ServicedAssets rel:AssetServicedBy "Account ID"
  IsInternal boolean "Internal Asset"
  AssetLevel int(9) readonly
  StockKeepingUnit string(180) readonly "Product SKU"
`;
