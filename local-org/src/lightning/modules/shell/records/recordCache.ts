/**
 * The records that components show. All who show a record share one read of it, and all of them see the change when it was saved: that is
 * what Lightning Data Service does ("Lightning Data Service" in the LWC guide).
 */
import { uiApi } from '../http/http.ts';
import type { RecordData } from './types.ts';

export interface RecordRequest {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly layoutTypes?: readonly string[];
  readonly modes?: readonly string[];
}

interface Listener {
  next(record: RecordData): void;
  fail(error: unknown): void;
}

export interface Subscription extends Listener {
  readonly recordId: string;
  readonly request: RecordRequest;
}

const subscriptions = new Set<Subscription>();
let waiting = new Set<Subscription>();
let flush: Promise<void> | undefined;

/** Reads the record for a subscriber, now and after every change, until the returned function is called. */
export function subscribe(subscription: Subscription): () => void {
  subscriptions.add(subscription);
  schedule([subscription]);
  return () => {
    subscriptions.delete(subscription);
    waiting.delete(subscription);
  };
}

/** Reads these records again for everyone who shows them; all records that are shown when no ids are given. */
export function refreshRecords(ids?: readonly string[]): Promise<void> {
  const wanted = ids?.map((id) => id.slice(0, 15));
  return schedule([...subscriptions].filter(({ recordId }) => wanted?.includes(recordId.slice(0, 15)) ?? true));
}

/** Whoever asks in the same turn is answered by the same request. */
function schedule(list: readonly Subscription[]): Promise<void> {
  for (const subscription of list) waiting.add(subscription);
  flush ??= Promise.resolve().then(async () => {
    const batch = [...waiting];
    waiting = new Set();
    flush = undefined;
    await Promise.all(grouped(batch).map(load));
  });
  return flush;
}

/** Requests by layout cannot be joined with requests by field. */
function grouped(batch: readonly Subscription[]): Subscription[][] {
  const groups = new Map<string, Subscription[]>();
  for (const subscription of batch) {
    const { layoutTypes = [], modes = [] } = subscription.request;
    const key = [subscription.recordId.slice(0, 15), ...layoutTypes, '-', ...modes].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), subscription]);
  }
  return [...groups.values()];
}

async function load(group: readonly Subscription[]): Promise<void> {
  const { recordId, request } = group[0]!;
  try {
    const record = await read(recordId, {
      ...request,
      fields: [],
      optionalFields: unique(group.flatMap((one) => [...one.request.fields, ...one.request.optionalFields])),
    });
    await Promise.all(group.map((one) => deliver(one, record)));
  } catch (error) {
    for (const one of group) answerError(one, error);
  }
}

/** Gives a subscriber the shared record; one that lacks a required field is answered with its own error. */
async function deliver(subscription: Subscription, record: RecordData): Promise<void> {
  if (!subscriptions.has(subscription)) return;
  const { fields } = subscription.request;
  if (fields.every((name) => hasField(record, name))) return subscription.next(record);
  try {
    subscription.next(await read(subscription.recordId, subscription.request));
  } catch (error) {
    answerError(subscription, error);
  }
}

function answerError(subscription: Subscription, error: unknown): void {
  if (subscriptions.has(subscription)) subscription.fail(error);
}

function hasField(record: RecordData, qualified: string): boolean {
  const path = qualified.split('.');
  let current: RecordData | null = record;
  for (const [index, name] of (path[0] === record.apiName ? path.slice(1) : path).entries()) {
    const field: { readonly value: unknown } | undefined = current?.fields[name];
    if (current === null) return true;
    if (field === undefined) return false;
    if (index < path.length - 1) current = field.value as RecordData | null;
  }
  return true;
}

function read(id: string, { fields, optionalFields, layoutTypes, modes }: RecordRequest): Promise<RecordData> {
  return uiApi('GET', `records/${id}`, {
    fields: fields.join(','),
    optionalFields:
      optionalFields.length === 0 && fields.length === 0 && layoutTypes === undefined ? 'Id' : optionalFields.join(','),
    layoutTypes: layoutTypes?.join(','),
    modes: modes?.join(','),
  });
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
