/** Errors of the UI API ("Status Codes and Error Responses" and "Records" in the User Interface API Developer Guide). */
import type { SaveError } from '../../database/services.ts';
import { OrgError } from '../../schema/errors.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { Answer } from '../http/answer.ts';
import { errorAnswer as restErrorAnswer } from '../http/errors.ts';

interface FieldProblem {
  readonly constituentField: string | null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string;
  readonly fieldLabel: string;
  readonly message: string;
}

interface PageProblem {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: null;
  readonly fieldLabel: null;
  readonly message: string;
}

/** A record that could not be saved, as forms need it: by page and by field. */
export class RecordSaveError extends OrgError {
  readonly output: {
    readonly errors: readonly PageProblem[];
    readonly fieldErrors: Readonly<Record<string, FieldProblem[]>>;
  };

  constructor(errors: readonly SaveError[], object: ObjectSchema, action: 'create' | 'update' | 'delete') {
    super(
      errors[0]?.statusCode ?? 'UNKNOWN_EXCEPTION',
      `An error occurred while trying to ${action} the record. Please try again.`,
      errors[0]?.fields,
    );
    this.output = { errors: pageProblems(errors, object), fieldErrors: fieldProblems(errors, object) };
  }
}

function knownFields(error: SaveError, object: ObjectSchema): readonly string[] {
  return error.fields.flatMap((name) => object.field(name)?.name ?? []);
}

function pageProblems(errors: readonly SaveError[], object: ObjectSchema): PageProblem[] {
  return errors
    .filter((error) => knownFields(error, object).length === 0)
    .map(({ statusCode, message }) => ({
      constituentField: null,
      duplicateRecordError: null,
      errorCode: statusCode,
      field: null,
      fieldLabel: null,
      message,
    }));
}

function fieldProblems(errors: readonly SaveError[], object: ObjectSchema): Record<string, FieldProblem[]> {
  const problems: Record<string, FieldProblem[]> = {};
  for (const error of errors) {
    for (const name of knownFields(error, object)) {
      (problems[name] ??= []).push({
        constituentField: null,
        duplicateRecordError: null,
        errorCode: error.statusCode,
        field: name,
        fieldLabel: object.field(name)!.label,
        message: error.message,
      });
    }
  }
  return problems;
}

/** What the UI API answers to an exception; undefined for one that is a defect of the local org itself. */
export function errorAnswer(error: unknown): Answer | undefined {
  if (!(error instanceof RecordSaveError)) return restErrorAnswer(error);
  const { message, output } = error;
  return { status: 400, body: { message, statusCode: 400, enhancedErrorType: 'RecordError', output } };
}
