import { to18 } from '../../ids.ts';
import { strict } from './define.ts';

/** `CASESAFEID(id)`: the 18-character form of a 15-character id. */
export const idFunctions = [strict('CASESAFEID(Text): Text', (id) => (id.length === 15 ? to18(id) : id))];
