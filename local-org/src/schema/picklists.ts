/** Values of picklist fields from inline, global and standard value sets. */
import type { Metadata } from '../metadata/metadata.ts';
import type { CustomFieldSource, CustomValueSource } from '../metadata/readers/custom-field.ts';
import { SourceError } from '../metadata/xml.ts';
import type { PicklistEntry } from './model.ts';
import { standardValueSets, type StandardValue } from './standard/value-sets.ts';

export interface PicklistValues {
  readonly entries: readonly PicklistEntry[];
  readonly restricted: boolean;
}

type FieldValueSet = NonNullable<CustomFieldSource['valueSet']>;

/** Values of a field's `valueSet`, with the controlling values each one needs. */
export function fieldPicklist(valueSet: FieldValueSet, metadata: Metadata): PicklistValues {
  const { values, restricted } = definedValues(valueSet, metadata);
  const controlled = valueSet.controllingField !== undefined;
  const entries = values.map((entry) =>
    controlled ? { ...entry, validFor: controllingValues(valueSet, entry.value) } : entry,
  );
  return { entries, restricted };
}

function definedValues(valueSet: FieldValueSet, metadata: Metadata): { values: PicklistEntry[]; restricted: boolean } {
  const inline = valueSet.valueSetDefinition;
  if (inline !== undefined) {
    return { values: sorted(inline.value.map(customEntry), inline.sorted), restricted: valueSet.restricted };
  }
  const name = valueSet.valueSetName;
  const { file, line } = valueSet.source;
  if (name === undefined) throw new SourceError(file, line, 'a value set needs a definition or a name');
  const global = metadata.globalValueSets.get(name.replace(/__gvs$/, ''));
  if (global !== undefined) {
    return { values: sorted(global.customValue.map(customEntry), global.sorted), restricted: true };
  }
  if (!Object.hasOwn(standardValueSets, name)) throw new SourceError(file, line, `there is no value set ${name}`);
  return { values: standardValues(name, metadata).map(standardEntry), restricted: true };
}

function controllingValues(valueSet: FieldValueSet, value: string): string[] {
  return valueSet.valueSettings
    .filter((settings) => settings.valueName === value)
    .flatMap((settings) => settings.controllingFieldValue);
}

function customEntry(source: CustomValueSource): PicklistEntry {
  const { fullName: value, label = value, isActive: active, default: isDefault, color } = source;
  return { value, label, active, isDefault, ...(color === undefined ? {} : { color }) };
}

function sorted(entries: PicklistEntry[], alphabetically: boolean): PicklistEntry[] {
  return alphabetically ? entries.toSorted((a, b) => a.label.localeCompare(b.label)) : entries;
}

/**
 * Values of a standard value set: what the project deploys, else those of a new org. Also the source of the rows of
 * OpportunityStage, LeadStatus, CaseStatus, TaskStatus and TaskPriority.
 */
export function standardValues(name: string, metadata: Metadata): readonly StandardValue[] {
  const deployed = metadata.standardValueSets.get(name);
  if (deployed === undefined) return standardValueSets[name] ?? [];
  const values = deployed.standardValue.map((source) => {
    const value = source.fullName ?? source.label ?? '';
    return {
      value,
      label: source.label ?? value,
      isDefault: source.default,
      active: source.isActive ?? true,
      closed: source.closed ?? false,
      won: source.won ?? false,
      probability: source.probability,
      forecastCategory: source.forecastCategory,
      converted: source.converted ?? false,
      highPriority: source.highPriority ?? false,
    };
  });
  return deployed.sorted ? values.toSorted((a, b) => a.label.localeCompare(b.label)) : values;
}

export function standardEntry({ value, label, active, isDefault }: StandardValue): PicklistEntry {
  return { value, label, active, isDefault };
}
