/** The dom namespace. */
import { documentClass } from './document.ts';
import { xmlNodeClass, xmlNodeType } from './node.ts';

export const domNamespace = [documentClass, xmlNodeClass, xmlNodeType];
