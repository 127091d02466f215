/** Pricebook2: the standard price book stays. */
import { saveErrors } from '../errors.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const pricebook: ObjectBehaviour = {
  objects: ['Pricebook2'],

  deleting({ rows }) {
    for (const { live, errors } of rows) {
      if (live.get('IsStandard') === true) errors.push(saveErrors.notEditable());
    }
  },
};
