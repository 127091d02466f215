/** Mistakes in a project or its data, which need no stack to be understood. */
import { SourceError } from '../metadata/xml.ts';
import { ProjectError } from '../project/project-error.ts';
import { OrgError } from '../schema/errors.ts';

export function isMistake(error: unknown): error is Error {
  return error instanceof OrgError || error instanceof SourceError || error instanceof ProjectError;
}
