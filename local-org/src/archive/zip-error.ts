/** An archive that cannot be read, or that reading would harm. */
export class ZipError extends Error {
  /** Whether the archive is larger than it may be, and not broken. */
  readonly isTooLarge: boolean;

  constructor(message: string, { isTooLarge = false } = {}) {
    super(message);
    this.name = 'ZipError';
    this.isTooLarge = isTooLarge;
  }
}
