/** Counts changes, so that what was computed from rows is computed anew after they changed or a change was undone. */
export class TableVersions {
  private readonly counts = new Map<string, number>();
  private epoch = 0;
  private total = 0;

  touch(object: string): void {
    this.counts.set(object, (this.counts.get(object) ?? 0) + 1);
    this.total++;
  }

  touchAll(): void {
    this.epoch++;
    this.total++;
  }

  /** Follows the rows of some objects, by their API names as declared. */
  watch(objects: readonly string[]): TableWatch {
    return new TableWatch(objects, {
      total: () => this.total,
      version: () => [this.epoch, ...objects.map((object) => this.counts.get(object) ?? 0)].join(),
    });
  }
}

interface Counters {
  readonly total: () => number;
  readonly version: () => string;
}

export class TableWatch {
  readonly objects: readonly string[];
  private readonly counters: Counters;
  private seen = -1;
  private current = '';

  constructor(objects: readonly string[], counters: Counters) {
    this.objects = objects;
    this.counters = counters;
  }

  /** Differs from what it was before whenever one of the objects' rows may have changed. Cheap while nothing changes. */
  version(): string {
    const total = this.counters.total();
    if (total !== this.seen) {
      this.seen = total;
      this.current = this.counters.version();
    }
    return this.current;
  }
}
