/** Icon names from what the UI API says of an object. */

/** `/assets/icons/standard/account.svg` → `standard:account`. */
export function iconOfTheme(iconUrl: string | undefined): string {
  const [, sprite, name] = /\/(\w+)\/(\w+)\.svg$/.exec(iconUrl ?? '') ?? [];
  return sprite === undefined ? 'standard:record' : `${sprite}:${name}`;
}
