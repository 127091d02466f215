/** `lightning/pageReferenceUtils`: default field values in the url of a form for a new record. */

/** `{ Name: 'A' }` → `Name=A`, each value encoded, joined by commas. */
export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join(',');
}

export function decodeDefaultFieldValues(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, ...rest] = pair.split('=');
      return [name!, decodeURIComponent(rest.join('='))];
    }),
  );
}
