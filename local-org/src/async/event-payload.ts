/** Platform events on their way from the publisher to triggers and flows. */
import { decoder, encode, encodingOf } from '../database/store/encoding.ts';
import type { Transaction } from '../database/transaction.ts';
import type { ObjectSchema } from '../schema/model.ts';
import { HEADER_FIELD } from '../schema/change-event-object.ts';
import { SObject } from '../schema/sobject.ts';
import type { FieldValue } from '../schema/values/index.ts';
import { changeEventHeader } from '../apex/library/eventbus/change-event-header.ts';
import type { ChangeHeader } from '../database/services.ts';

export interface EventPayload {
  readonly object: string;
  /** Values of each event by field name, as the database would store them, with numbers as text. */
  readonly events: readonly Readonly<Record<string, string>>[];
}

/** Blobs cannot be fields of events: every other stored value has a text. */
export function packEvents(object: ObjectSchema, events: readonly SObject[]): EventPayload {
  const pack = (event: SObject) =>
    Object.fromEntries(
      [...event.values].flatMap(([name, value]) => {
        const field = object.field(name)!;
        const raw = value === null ? null : encode(encodingOf(field.type, field.scale), value, field);
        return raw === null || typeof raw === 'object' ? [] : [[field.name, String(raw)]];
      }),
    );
  return { object: object.name, events: events.map(pack) };
}

export function unpackEvents(tx: Transaction, payload: EventPayload): SObject[] {
  const object = tx.org.schema.require(payload.object);
  return payload.events.map((values) => {
    const event = new SObject(object);
    for (const field of object.fields.values()) {
      const text = values[field.name];
      const encoding = encodingOf(field.type, field.scale);
      const raw = text === undefined ? null : encoding.kind === 'text' ? text : BigInt(text);
      const value = decoder(encoding, field.scale)(raw);
      event.values.set(field.name, field.name === HEADER_FIELD ? header(value) : value);
    }
    return event;
  });
}

/** Code reads the header as an object; to the rest of the org it is a value that nobody looks into. */
function header(value: FieldValue): FieldValue {
  if (typeof value !== 'string') return null;
  return changeEventHeader(JSON.parse(value) as ChangeHeader) as unknown as FieldValue;
}
