/** Objects of orgs with several currencies ("CurrencyType", Object Reference). */
export const currencyTables = `
object CurrencyType 01L "Currency Type" "Currency Types" norecycle notrigger nocreate nodelete
  IsoCode string(3) createonly name "Currency ISO Code"
  ConversionRate double(18,6) required "Conversion Rate"
  DecimalPlaces int(1) required "Decimal Places"
  IsActive boolean "Active"
  IsCorporate boolean readonly "Corporate Currency"
`;
