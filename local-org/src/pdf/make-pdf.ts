/**
 * Makes PDF files while the caller waits: Apex is synchronous, setting a PDF is not, so it happens in a thread of its own.
 */
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { PdfResource, PdfResult } from './model.ts';

/** A page that takes longer has something wrong with it. */
const LONGEST_WAIT = 120_000;

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

let thread: Thread | undefined;

/** Throws what went wrong in the making. */
export function makePdf(html: string, resources: Readonly<Record<string, PdfResource>>): PdfResult {
  const { port, signal } = (thread ??= startThread());
  Atomics.store(signal, 0, 0);
  port.postMessage({ html, resources });
  if (Atomics.wait(signal, 0, 0, LONGEST_WAIT) === 'timed-out') {
    stopThread();
    throw new Error('Making a PDF took too long');
  }
  const answer = receiveMessageOnPort(port)?.message as { result: PdfResult } | { error: string };
  if ('error' in answer) throw new Error(`The PDF could not be made: ${answer.error}`);
  return answer.result;
}

function startThread(): Thread {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  // Neither keeps the process alive.
  worker.unref();
  port1.unref();
  return { worker, port: port1, signal };
}

function stopThread(): void {
  void thread?.worker.terminate();
  thread = undefined;
}
