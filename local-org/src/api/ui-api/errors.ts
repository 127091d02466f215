/** Errors of the UI API ("Status Codes and Error Responses" and "Records" in the User Interface API Developer Guide). */
import { DmlError } from '../../database/dml-error.ts';
import type { SaveError } from '../../database/services.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import type { ObjectSchema } from '../../schema/model.ts';

/** An error that is answered as `[{ errorCode, message }]` with this HTTP status. */
export class UiApiError extends OrgError {
  readonly status: number;

  constructor(status: number, code: string, message: string, fields: readonly string[] = []) {
    super(code, message, fields);
    this.name = 'UiApiError';
    this.status = status;
  }
}

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

const NOT_FOUND = new Set(['NOT_FOUND', 'ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY']);
const FORBIDDEN = new Set([
  'INSUFFICIENT_ACCESS',
  'INSUFFICIENT_ACCESS_OR_READONLY',
  'INVALID_TYPE',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
]);

export interface ErrorAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What the UI API answers to an exception; undefined for one that is a defect of the local org itself. */
export function errorAnswer(error: unknown): ErrorAnswer | undefined {
  if (error instanceof RecordSaveError) {
    const { message, output } = error;
    return { status: 400, body: { message, statusCode: 400, enhancedErrorType: 'RecordError', output } };
  }
  if (error instanceof NotSupported) {
    return { status: 501, body: [{ errorCode: 'NOT_SUPPORTED', message: error.message }] };
  }
  if (error instanceof DmlError) {
    const first = error.failures[0]!.errors[0]!;
    return { status: 400, body: [{ errorCode: first.statusCode, message: first.message }] };
  }
  if (error instanceof OrgError) {
    const status =
      error instanceof UiApiError
        ? error.status
        : NOT_FOUND.has(error.code)
          ? 404
          : FORBIDDEN.has(error.code)
            ? 403
            : 400;
    return { status, body: [{ errorCode: error.code, message: error.message }] };
  }
  return undefined;
}
