/** Errors that every layer shares. */

/** A rule of the platform was broken: `code` is the platform's status or error code, the message its text. */
export class OrgError extends Error {
  readonly code: string;
  readonly fields: readonly string[];

  constructor(code: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.name = 'OrgError';
    this.code = code;
    this.fields = fields;
  }
}

/** Something of the platform that the local org has not built: says what, and where it was asked for. Never caught to go on. */
export class NotSupported extends Error {
  readonly feature: string;
  readonly where: string | undefined;

  constructor(feature: string, where?: string) {
    super(where === undefined ? `Not supported: ${feature}` : `Not supported: ${feature} (${where})`);
    this.name = 'NotSupported';
    this.feature = feature;
    this.where = where;
  }
}

/** Work beyond what the platform allows, which ends the transaction: `System.LimitException` in Apex, where nothing can catch it. */
export class WorkTooLarge extends OrgError {
  constructor(message: string) {
    super('LIMIT_EXCEEDED', message);
    this.name = 'WorkTooLarge';
  }
}
