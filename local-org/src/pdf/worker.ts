/** The thread in which PDF files are made, so that the org can wait for one. */
import { type MessagePort, workerData } from 'node:worker_threads';
import type { PdfResource } from './model.ts';
import { setHtml } from './set-html.ts';

interface Task {
  readonly html: string;
  readonly resources: Readonly<Record<string, PdfResource>>;
}

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };

port.on('message', ({ html, resources }: Task) => {
  void setHtml(html, resources)
    .then(
      (result) => ({ result }),
      (error: unknown) => ({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
    .then((answer) => {
      port.postMessage(answer);
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
});
