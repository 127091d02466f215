/** Deploys the project's source as it changes. */
import { type FSWatcher, watch } from 'node:fs';
import type { Org } from '../org/org.ts';
import { sourceFolders } from '../project/load.ts';
import { isMistake } from './mistake.ts';
import { reportLines, summaryLine } from './output/deploy-report.ts';

/** Editors write a file in several steps: a deploy follows the last of them. */
const QUIET_MS = 150;

export class SourceWatch {
  readonly #org: Org;
  readonly #report: (text: string) => void;
  readonly #watchers: FSWatcher[];
  #timer: NodeJS.Timeout | undefined;

  constructor(org: Org, projects: readonly string[], report: (text: string) => void) {
    this.#org = org;
    this.#report = report;
    this.#watchers = sourceFolders(projects).map((folder) => {
      const watcher = watch(folder, { recursive: true, persistent: false }, () => this.#changed());
      watcher.on('error', (error) => {
        report(`Changes in ${folder} are no longer seen: ${error.message}`);
        watcher.close();
      });
      return watcher;
    });
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#deploy(), QUIET_MS);
  }

  /** Source that cannot be deployed leaves the org as it was. */
  #deploy(): void {
    try {
      const deployed = this.#org.redeploy();
      if (deployed === undefined) return;
      for (const line of [...reportLines({ ...deployed, ignored: [] }), summaryLine(deployed)]) this.#report(line);
    } catch (error) {
      if (!isMistake(error)) throw error;
      this.#report(`Not deployed: ${error.message}`);
    }
  }
}
