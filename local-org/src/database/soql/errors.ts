/** Errors of a query, with the platform's picture of where in the text it went wrong. */
import { OrgError } from '../../schema/errors.ts';
import type { Position } from './ast.ts';

/** Characters shown on either side of the place, before the cut moves outwards to the next blank or comma. */
const CONTEXT = 30;

/** `message` holds the picture; `detail` is the sentence alone, as Apex shows some of these errors. */
export class QueryError extends OrgError {
  readonly detail: string;
  readonly position: Position | undefined;
  /** Fields that the user may not read, by object: what made a query in user mode fail. */
  inaccessible: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(code: string, detail: string, text?: string, position?: Position) {
    super(code, text === undefined || position === undefined ? detail : picture(text, position) + detail);
    this.name = 'QueryError';
    this.detail = detail;
    this.position = position;
  }
}

/**
 * ```
 * SELECT Foo FROM Account
 *        ^
 * ERROR at Row:1:Column:8
 * ```
 */
function picture(text: string, { row, column }: Position): string {
  const line = text.split('\n')[row - 1] ?? '';
  const at = column - 1;
  const start = at <= CONTEXT ? 0 : lastBreak(line, at - CONTEXT);
  const rest = line.slice(at + CONTEXT).search(/[\s,]/);
  const end = rest < 0 ? line.length : at + CONTEXT + rest;
  return `\n${line.slice(start, end)}\n${' '.repeat(at - start)}^\nERROR at Row:${row}:Column:${column}\n`;
}

/** Start of the word that holds the character at `index`. */
function lastBreak(line: string, index: number): number {
  let start = index;
  while (start > 0 && !/[\s,]/.test(line[start - 1])) start--;
  return start;
}

export function noSuchColumn(name: string, entity: string, text?: string, position?: Position): QueryError {
  return new QueryError(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the ` +
      "'__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    text,
    position,
  );
}

export function noSuchRelationship(name: string, text?: string, position?: Position): QueryError {
  return new QueryError(
    'INVALID_FIELD',
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to ` +
      "append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the " +
      'appropriate names.',
    text,
    position,
  );
}

export function noSuchChildRelationship(name: string, text?: string, position?: Position): QueryError {
  return new QueryError(
    'INVALID_TYPE',
    `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom ` +
      "relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the " +
      'describe call for the appropriate names.',
    text,
    position,
  );
}

export function noSuchObject(name: string, text?: string, position?: Position): QueryError {
  return new QueryError(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' ` +
      'after the entity name. Please reference your WSDL or the describe call for the appropriate names.',
    text,
    position,
  );
}

export function malformed(detail: string, text?: string, position?: Position): QueryError {
  return new QueryError('MALFORMED_QUERY', detail, text, position);
}
