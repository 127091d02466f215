/** Objects whose prices and totals the platform computes in ways that are not built. */
import { NotSupported } from '../../schema/errors.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const unpriced: ObjectBehaviour = {
  objects: ['QuoteLineItem', 'OrderItem'],

  derive({ object }) {
    throw new NotSupported(`saving ${object.labelPlural} (prices and totals)`);
  },
};
