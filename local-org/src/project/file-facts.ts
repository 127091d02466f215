/** What has been worked out of a file's contents: each thing once, until the file changes. */
export class FileFacts {
  /** Differs when the file has been written. */
  readonly version: string;
  private readonly values = new Map<string, unknown>();

  constructor(version: string) {
    this.version = version;
  }

  /** The value of this name, which must follow from the contents of the file alone. */
  get<T>(name: string, make: () => T): T {
    if (!this.values.has(name)) this.values.set(name, make());
    return this.values.get(name) as T;
  }
}
