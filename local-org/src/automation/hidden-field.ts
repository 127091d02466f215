/** Fields by whose values records are found: those that the user may not read must not tell what they hold. */
import type { DmlOptions } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { FieldSchema, ObjectSchema } from '../schema/model.ts';

export function isHidden(tx: Transaction, object: ObjectSchema, field: FieldSchema, { mode }: DmlOptions): boolean {
  return mode === 'user' && !tx.org.security.field(tx.user.id, object, field.name).read;
}
