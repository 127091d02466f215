import type { SaveError } from '../database/services.ts';

/** What is wrong with an email, as a status code and the platform's text ("SendEmailError Methods", Apex Reference Guide). */
export class EmailError extends Error implements SaveError {
  readonly statusCode: string;
  readonly fields: readonly string[];

  constructor(statusCode: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.name = 'EmailError';
    this.statusCode = statusCode;
    this.fields = fields;
  }
}
