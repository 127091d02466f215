/** Counts changes, so that what was computed from rows is recomputed after they changed or a change was undone. */
export class TableVersions {
  private readonly counts = new Map<string, number>();
  private epoch = 0;

  touch(object: string): void {
    const name = object.toLowerCase();
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  touchAll(): void {
    this.epoch++;
  }

  /** Differs from what it was before whenever one of these objects' rows may have changed. */
  of(objects: readonly string[]): string {
    return `${this.epoch}:${objects.map((object) => this.counts.get(object.toLowerCase()) ?? 0).join()}`;
  }
}
