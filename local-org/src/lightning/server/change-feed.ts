/** Tells open pages that a component of the project has changed, so that they load it anew. */
import { watch, type FSWatcher } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FastifyReply } from 'fastify';
import type { Org } from '../../org/org.ts';

const QUIET_MS = 100;

export class ChangeFeed {
  private readonly pages = new Set<FastifyReply>();
  private readonly watchers: FSWatcher[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** Watches the folders that hold the project's bundles. */
  constructor(org: Org) {
    const folders = new Set(
      [...org.metadata.lwcBundles.values()].map((bundle) => dirname(dirname(resolve(bundle.file)))),
    );
    for (const folder of folders) {
      const watcher = watch(folder, { recursive: true, persistent: false }, () => this.announce());
      watcher.on('error', () => watcher.close());
      this.watchers.push(watcher);
    }
  }

  /** Keeps the reply open as a stream of server-sent events. */
  open(reply: FastifyReply): void {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write(': open\n\n');
    this.pages.add(reply);
    reply.raw.on('close', () => this.pages.delete(reply));
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.close();
    for (const page of this.pages) page.raw.end();
  }

  /** Editors write a file in several steps: one event follows the last of them. */
  private announce(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const page of this.pages) page.raw.write('event: change\ndata: {}\n\n');
    }, QUIET_MS);
  }
}
