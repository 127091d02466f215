import { OrgError } from '../errors.ts';
import { typeLabel, type FormulaType } from './types.ts';

/** A formula that cannot be compiled; the message is the platform's text, the position counts characters from 0. */
export class FormulaError extends OrgError {
  readonly position: number;

  constructor(message: string, position: number) {
    super('INVALID_FORMULA', message);
    this.name = 'FormulaError';
    this.position = position;
  }
}

/** A formula whose value cannot be computed, what the platform shows as `#Error!`: a division by zero, an invalid date. */
export class FormulaEvaluationError extends OrgError {
  constructor(message: string) {
    super('FORMULA_EVALUATION', message);
    this.name = 'FormulaEvaluationError';
  }
}

export function wrongCount(subject: string, expected: number, received: number, position: number): FormulaError {
  return new FormulaError(
    `Incorrect number of parameters for ${subject}. Expected ${expected}, received ${received}`,
    position,
  );
}

export function wrongType(
  subject: string,
  expected: readonly FormulaType[],
  received: FormulaType,
  position: number,
): FormulaError {
  const labels = expected.map(typeLabel).join(', ');
  return new FormulaError(
    `Incorrect parameter type for ${subject}. Expected ${labels}, received ${typeLabel(received)}`,
    position,
  );
}

export function illegalArgument(subject: string, position: number): FormulaError {
  return new FormulaError(`Incorrect argument type for ${subject}.`, position);
}
