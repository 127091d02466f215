/** All functions of formulas, by name. */
import { blankFunctions } from './blank.ts';
import { conversionFunctions } from './conversion.ts';
import { dateFunctions } from './date.ts';
import { datetimeFunctions } from './datetime.ts';
import type { FormulaFunction } from './define.ts';
import { durationFunctions } from './duration.ts';
import { htmlFunctions } from './html.ts';
import { idFunctions } from './id.ts';
import { logicalFunctions } from './logical.ts';
import { lookupFunctions } from './lookup.ts';
import { mathFunctions } from './math.ts';
import { unbuiltFunctions } from './unbuilt.ts';
import { picklistFunctions } from './picklist.ts';
import { recordFunctions } from './record.ts';
import { regexFunctions } from './regex.ts';
import { roundingFunctions } from './rounding.ts';
import { textFormFunctions } from './text-forms.ts';
import { textPartFunctions } from './text-parts.ts';

const FUNCTIONS = new Map<string, FormulaFunction>(
  [
    ...logicalFunctions,
    ...blankFunctions,
    ...recordFunctions,
    ...picklistFunctions,
    ...conversionFunctions,
    ...textPartFunctions,
    ...textFormFunctions,
    ...regexFunctions,
    ...htmlFunctions,
    ...mathFunctions,
    ...roundingFunctions,
    ...dateFunctions,
    ...datetimeFunctions,
    ...durationFunctions,
    ...idFunctions,
    ...lookupFunctions,
    ...unbuiltFunctions,
  ].map((definition) => [definition.name, definition]),
);

/** The function of this upper-case name, or undefined. */
export function formulaFunction(name: string): FormulaFunction | undefined {
  return FUNCTIONS.get(name);
}
