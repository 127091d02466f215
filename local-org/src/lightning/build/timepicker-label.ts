/**
 * Gives the input of `lightning-timepicker` its label as an accessible name of its own. The base component does so only under native
 * shadow; under synthetic shadow its `<label for>` stands in another shadow tree than the input, where axe does not find it.
 */
import type { Plugin } from 'rollup';

const TIMEPICKER = '/lightning/timepicker/timepicker.js';

export function timepickerLabel(): Plugin {
  return {
    name: 'timepicker-label',
    transform(code, id) {
      if (!id.endsWith(TIMEPICKER)) return null;
      const fixed = code.replace(/&&\s+this\._isNativeShadow(\s+\? this\.label)/, '$1');
      if (fixed === code) this.error('timepicker has another shape than expected');
      return { code: fixed, map: null };
    },
  };
}
