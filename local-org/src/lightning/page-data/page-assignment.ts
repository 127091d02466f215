/** Which Lightning page a user sees ("Activate Lightning Experience Record Pages" in Salesforce Help). */
import { isUserProfile } from '../../api/ui-api/user-profile.ts';
import type { UiApiContext } from '../../api/ui-api/context.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { ObjectSchema, RecordTypeSchema } from '../../schema/model.ts';

interface Override {
  readonly actionName: string | undefined;
  readonly content: string | undefined;
  readonly formFactor: string | undefined;
  readonly type: string | undefined;
  readonly source: { readonly file: string; readonly line: number };
}

interface ObjectOverride extends Override {
  readonly pageOrSobjectType: string;
}

interface ProfileOverride extends ObjectOverride {
  readonly profile: string;
  readonly recordType: string | undefined;
}

/**
 * Name of the record page: the app's page for profile and record type, else the app's default for the object, else the org's default.
 * Undefined when none is assigned.
 */
export function recordPageName(
  context: UiApiContext,
  object: ObjectSchema,
  recordType: RecordTypeSchema | undefined,
  appName: string | undefined,
): string | undefined {
  const app = context.org.metadata.applications.get(appName ?? '');
  const orgDefault = context.org.metadata.objects.get(object.name)?.definition?.actionOverrides ?? [];
  return (
    pageOf(forProfile(context, app?.profileActionOverrides ?? [], object, recordType)) ??
    pageOf(forObject(app?.actionOverrides ?? [], object.name)) ??
    pageOf(orgDefault.find((override) => isDesktop(override) && override.actionName === 'View'))
  );
}

/** Name of the page that the app shows as its Home. */
export function homePageName(context: UiApiContext, appName: string | undefined): string | undefined {
  const app = context.org.metadata.applications.get(appName ?? '');
  const own = (app?.profileActionOverrides ?? []).find(
    (override) =>
      isDesktop(override) && override.pageOrSobjectType === 'standard-home' && isUserProfile(context, override.profile),
  );
  return pageOf(own) ?? pageOf(forObject(app?.actionOverrides ?? [], 'standard-home'));
}

function forProfile(
  context: UiApiContext,
  overrides: readonly ProfileOverride[],
  object: ObjectSchema,
  recordType: RecordTypeSchema | undefined,
): ProfileOverride | undefined {
  const wanted = recordType === undefined ? undefined : `${object.name}.${recordType.developerName}`;
  const fitting = overrides.filter(
    (override) =>
      isDesktop(override) &&
      override.actionName === 'View' &&
      override.pageOrSobjectType === object.name &&
      isUserProfile(context, override.profile) &&
      (override.recordType === undefined || override.recordType === wanted),
  );
  return fitting.find((override) => override.recordType === wanted) ?? fitting[0];
}

function forObject(overrides: readonly ObjectOverride[], name: string): ObjectOverride | undefined {
  return overrides.find(
    (override) => isDesktop(override) && override.actionName === 'View' && override.pageOrSobjectType === name,
  );
}

/** The browser app is the desktop; `Small` overrides are for the mobile app. */
function isDesktop(override: Override): boolean {
  return override.formFactor === undefined || override.formFactor === 'Large';
}

function pageOf(override: Override | undefined): string | undefined {
  if (override === undefined || override.type === 'Default' || override.type === undefined) return undefined;
  if (override.type.toLowerCase() === 'flexipage') return override.content;
  const { file, line } = override.source;
  throw new NotSupported(`the action override of type ${override.type}`, `${file}:${line}`);
}
