/**
 * Lets `lightning-icon` draw from the SLDS sprite files instead of one compiled template per icon: the base component's
 * `primitiveIcon` falls back to a plain `<svg><use href>` when it has no icon library.
 */
import type { Plugin } from 'rollup';

const NO_LIBRARY = '\0no-icon-library';
const PRIMITIVE_ICON = '/lightning/primitiveIcon/primitiveIcon.js';

const NO_LIBRARY_SOURCE = `
export const hasIconLibrary = () => true;
export const getIconLibrary = () => ({});
export const fetchIconLibrary = async () => ({});
`;

export function spriteIcons(): Plugin {
  return {
    name: 'sprite-icons',
    resolveId(id, importer) {
      return id === './fetch' && importer?.endsWith(PRIMITIVE_ICON) === true ? NO_LIBRARY : null;
    },
    load(id) {
      return id === NO_LIBRARY ? NO_LIBRARY_SOURCE : null;
    },
    transform(code, id) {
      if (!id.endsWith(PRIMITIVE_ICON)) return null;
      const withPath = code
        .replace('import { getName, isValidName } from', 'import { getIconPath, getName, isValidName } from')
        .replace("sanitizeURL(this.src) : ''", "sanitizeURL(this.src) : getIconPath(this.iconName ?? '')");
      if (!withPath.includes("getIconPath(this.iconName ?? '')"))
        this.error('primitiveIcon has another shape than expected');
      return { code: withPath, map: null };
    },
  };
}
