/** RecordType rows, whose ids the schema has given. */
import type { Schema } from '../../schema/model.ts';
import type { RowSync } from './sync-rows.ts';

export function syncRecordTypes(rows: RowSync, schema: Schema): void {
  rows.sync(
    'RecordType',
    [...schema.objects.values()].flatMap((object) =>
      object.recordTypes
        .filter((type) => !type.isMaster)
        .map((type) => ({
          name: `${object.name}.${type.developerName}`,
          id: type.id,
          values: {
            Name: type.label,
            DeveloperName: type.developerName,
            SobjectType: object.name,
            IsActive: type.active,
            Description: type.description ?? null,
          },
        })),
    ),
  );
}
