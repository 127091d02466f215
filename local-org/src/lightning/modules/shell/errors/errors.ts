/** Reads what went wrong out of what the org answers. */
import { ServerError } from '../http/http.ts';

interface Problem {
  readonly message: string;
}

interface SaveOutput {
  readonly errors: readonly Problem[];
  readonly fieldErrors: Readonly<Record<string, readonly (Problem & { readonly fieldLabel: string })[]>>;
}

export interface SaveProblems {
  /** Of the record as a whole. */
  readonly page: readonly string[];
  /** By field name. */
  readonly fields: ReadonlyMap<string, string>;
  /** Labels of those fields. */
  readonly labels: ReadonlyMap<string, string>;
}

/** A sentence for people. */
export function messageOf(error: unknown): string {
  if (error instanceof ServerError) return saveProblems(error).page[0] ?? error.message;
  return error instanceof Error ? error.message : String(error);
}

/** The problems of a save that was refused. */
export function saveProblems(error: unknown): SaveProblems {
  const output = outputOf(error);
  if (output === undefined) {
    const message = error instanceof Error ? error.message : String(error);
    return { page: [message], fields: new Map(), labels: new Map() };
  }
  const fields = Object.entries(output.fieldErrors);
  return {
    page: output.errors.map((problem) => problem.message),
    fields: new Map(fields.map(([name, problems]) => [name, problems.map((problem) => problem.message).join(' ')])),
    labels: new Map(fields.map(([name, problems]) => [name, problems[0]?.fieldLabel ?? name])),
  };
}

function outputOf(error: unknown): SaveOutput | undefined {
  if (!(error instanceof ServerError)) return undefined;
  const { body } = error;
  return typeof body === 'object' && body !== null && 'output' in body ? (body.output as SaveOutput) : undefined;
}
