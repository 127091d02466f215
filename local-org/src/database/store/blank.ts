/**
 * Databases in memory begin as a copy of one that was made before for the same schema: tables and indexes made one by one
 * take SQLite a tenth of a second, which is most of the time of a small test.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Schema } from '../../schema/model.ts';
import { applySchema, fingerprintOf } from './catalogue.ts';

/** Tests of one file seldom have more schemas than that. */
const KEPT = 4;

/** Whole databases without rows, by the fingerprint of their schema; the one that was used last is the last. */
const images = new Map<string, Uint8Array>();

/** Fills an empty database with the tables of the schema. */
export function fillBlank(database: DatabaseSync, schema: Schema): void {
  const fingerprint = fingerprintOf(schema);
  const image = images.get(fingerprint);
  if (image === undefined) applySchema(database, schema);
  else database.deserialize(image);
  images.delete(fingerprint);
  images.set(fingerprint, image ?? database.serialize());
  for (const oldest of [...images.keys()].slice(0, -KEPT)) images.delete(oldest);
}
