/** Rows of code: Apex classes and triggers, Visualforce, static resources. */
import type { Metadata } from '../../metadata/metadata.ts';
import { BlobValue, Decimal } from '../../schema/values/index.ts';
import type { RowSync } from './sync-rows.ts';

export function syncCode(rows: RowSync, metadata: Metadata): void {
  rows.sync(
    'ApexClass',
    [...metadata.apexClasses.values()].map(({ fullName, source, meta }) => ({
      name: fullName,
      values: {
        Name: fullName,
        ApiVersion: Decimal.of(meta.apiVersion),
        Status: meta.status,
        IsValid: true,
        Body: source,
        LengthWithoutComments: source.length,
      },
    })),
  );
  rows.sync(
    'ApexTrigger',
    [...metadata.triggers.values()].map(({ fullName, source, meta }) => ({
      name: fullName,
      values: {
        Name: fullName,
        ApiVersion: Decimal.of(meta.apiVersion),
        Status: meta.status,
        IsValid: true,
        Body: source,
        LengthWithoutComments: source.length,
        ...triggerEvents(source),
      },
    })),
  );
  for (const [object, sources] of [
    ['ApexPage', metadata.pages],
    ['ApexComponent', metadata.components],
  ] as const) {
    rows.sync(
      object,
      [...sources.values()].map(({ fullName, source, meta }) => ({
        name: fullName,
        values: {
          Name: fullName,
          MasterLabel: meta.label,
          Description: meta.description ?? null,
          ApiVersion: meta.apiVersion === undefined ? null : Decimal.of(meta.apiVersion),
          ControllerType: controllerType(source),
          Markup: source,
        },
      })),
    );
  }
  rows.sync(
    'StaticResource',
    [...metadata.staticResources.values()].map(({ fullName, meta, files }) => {
      // A resource of several files is an archive, which is packed for a deploy to a real org only.
      const body = files.length === 1 ? new BlobValue(files[0].read()) : null;
      return {
        name: fullName,
        values: {
          Name: fullName,
          ContentType: meta.contentType,
          CacheControl: meta.cacheControl,
          Description: meta.description ?? null,
          Body: body,
          BodyLength: body?.bytes.length ?? 0,
        },
      };
    }),
  );
}

/** 0: none, 1: standard, 2: standard set, 3: custom ("ApexPage", Object Reference). */
function controllerType(markup: string): string {
  if (/\brecordSetVar=/i.test(markup)) return '2';
  if (/\bstandardController=/i.test(markup)) return '1';
  return /\bcontroller=/i.test(markup) ? '3' : '0';
}

/** `TableEnumOrId` and the `Usage…` columns, from the trigger's head. */
function triggerEvents(source: string): Record<string, string | boolean> {
  const head = /\btrigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/i.exec(source);
  const events = new Set((head?.[2] ?? '').split(',').map((event) => event.trim().toLowerCase().replace(/\s+/g, ' ')));
  const usage = (event: string) => events.has(event);
  return {
    TableEnumOrId: head?.[1] ?? '',
    UsageBeforeInsert: usage('before insert'),
    UsageAfterInsert: usage('after insert'),
    UsageBeforeUpdate: usage('before update'),
    UsageAfterUpdate: usage('after update'),
    UsageBeforeDelete: usage('before delete'),
    UsageAfterDelete: usage('after delete'),
    UsageIsBulk: true,
    UsageAfterUndelete: usage('after undelete'),
  };
}
