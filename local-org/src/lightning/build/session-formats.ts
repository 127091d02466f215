/**
 * The user's formats for the base components (`@salesforce/i18n/*`): read from the page, which states them all at once, instead of one
 * request for each of some thirty modules.
 */
import type { Plugin } from 'rollup';

/** Id of the page's element that holds the formats as JSON. */
export const FORMATS_ELEMENT = 'formats';

/** Calendars and digits are the same for all users: they stay what the base components' package says. */
const BY_USER = /^@salesforce\/i18n\/(?!calendarData|common\.|default)(.*)$/;
const ALL = '\0formats';
const ONE = '\0format:';

export function sessionFormats(): Plugin {
  return {
    name: 'session-formats',
    resolveId(id) {
      const name = BY_USER.exec(id)?.[1];
      return id === ALL ? ALL : name === undefined ? null : ONE + name;
    },
    load(id) {
      if (id === ALL) {
        return `export const formats = JSON.parse(document.getElementById('${FORMATS_ELEMENT}').textContent);`;
      }
      if (!id.startsWith(ONE)) return null;
      const name = JSON.stringify(id.slice(ONE.length));
      return `import { formats } from ${JSON.stringify(ALL)};\nexport default formats[${name}];`;
    },
  };
}
