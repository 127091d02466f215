import { NotSupported } from '../../errors.ts';
import type { FormulaType } from '../types.ts';
import { special, type FormulaFunction } from './define.ts';

/** Functions of the platform that are not built: a formula that uses one compiles, and says so when it is evaluated. */
const RESULT_TYPES: Readonly<Record<string, FormulaType>> = {
  DISTANCE: 'Number',
  GEOLOCATION: 'Number',
  CURRENCYRATE: 'Number',
  CONVERTCURRENCY: 'Number',
  GETRECORDIDS: 'Text',
  GETSESSIONID: 'Text',
  IMAGEPROXYURL: 'Text',
  INCLUDE: 'Text',
  JUNCTIONIDLIST: 'Text',
  LINKTO: 'Text',
  PARENTGROUPVAL: 'Number',
  PREDICT: 'Number',
  PREVGROUPVAL: 'Number',
  REQUIRESCRIPT: 'Text',
  URLFOR: 'Text',
};

export const unbuiltFunctions: readonly FormulaFunction[] = Object.entries(RESULT_TYPES).map(([name, type]) =>
  special(name, () => ({
    type,
    evaluate: () => {
      throw new NotSupported(`formula function ${name}`);
    },
  })),
);
