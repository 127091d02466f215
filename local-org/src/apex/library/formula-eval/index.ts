/** All classes of the FormulaEval namespace. */
import type { LibraryClass } from '../define.ts';
import { formulaBuilderClass, formulaGlobalEnum, formulaInstanceClass, formulaReturnType } from './formula-builder.ts';

export const formulaEvalNamespace: readonly LibraryClass[] = [
  formulaBuilderClass,
  formulaInstanceClass,
  formulaReturnType,
  formulaGlobalEnum,
];
