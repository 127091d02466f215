const ADDRESS_PART =
  /^(.*?)(?:street|city|state|statecode|postalcode|country|countrycode|latitude|longitude|geocodeaccuracy)$/;

/** The address a field is part of, e.g. `billingaddress` of `billingcity`; undefined for other fields. Lower case. */
export function compoundField(name: string): string | undefined {
  const prefix = ADDRESS_PART.exec(name)?.[1];
  return prefix === undefined || name.endsWith('__c') ? undefined : `${prefix}address`;
}
