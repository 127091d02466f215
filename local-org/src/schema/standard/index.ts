/** The standard objects that every org has. */
import { activityTables } from './activities.ts';
import { analyticsTables } from './analytics.ts';
import { contactPointTables } from './contact-points.ts';
import { localTables } from './local.ts';
import { peopleTables } from './people.ts';
import { productTables } from './products.ts';
import { salesTables } from './sales.ts';
import { serviceTables } from './service.ts';
import { setupTables } from './setup.ts';
import { parseTables, type ObjectTable } from './table.ts';
import { virtualTables } from './virtual.ts';

export const standardTables: readonly ObjectTable[] = [
  salesTables,
  productTables,
  serviceTables,
  activityTables,
  analyticsTables,
  contactPointTables,
  peopleTables,
  setupTables,
  virtualTables,
  localTables,
].flatMap(parseTables);
