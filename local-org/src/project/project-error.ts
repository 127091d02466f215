/** A project that cannot be found or whose project file cannot be read: the message says which, and why. */
export class ProjectError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ProjectError';
  }
}
