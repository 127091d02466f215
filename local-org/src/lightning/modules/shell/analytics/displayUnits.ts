/**
 * "Display Units" of a dashboard's component (Salesforce Help, "Dashboard Component Properties"): `auto` shortens large numbers,
 * 4,978,000 to 4.98M. The label keeps its sign and its currency.
 */
export function inUnits(label: string, value: unknown, units: string | null): string {
  if (units !== 'auto' || typeof value !== 'number' || Math.abs(value) < 1000) return label;
  const format = new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 3 });
  return label.replace(/\d[\d.,\s]*/u, format.format(Math.abs(value)));
}
