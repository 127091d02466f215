/** What a record is called. */
import type { ObjectInfo, RecordData } from './types.ts';

/** The value of the name field, or of the parts of a person's name; the id of a record without a name. */
export function recordName(record: RecordData, info: ObjectInfo | undefined): string {
  const field = Object.values(info?.fields ?? {}).find((candidate) => candidate.nameField)?.apiName ?? 'Name';
  const own = record.fields[field]?.value;
  if (typeof own === 'string' && own !== '') return own;
  const parts =
    info?.nameFields.map((name) => record.fields[name]?.value).filter((part) => typeof part === 'string') ?? [];
  return parts.join(' ') || record.id;
}
