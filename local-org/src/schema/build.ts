/** Builds the org's schema: the standard objects, and what a project's metadata adds. */
import type { Metadata, ObjectMetadata } from '../metadata/metadata.ts';
import type { IgnoredSource } from '../metadata/shape.ts';
import { eachPart, failAtOnce, type OnSourceFault } from '../metadata/source-faults.ts';
import { SourceError } from '../metadata/xml.ts';
import { changeEventName, changeEventObject } from './change-event-object.ts';
import { currencyField, type OrgCurrencies } from './currencies.ts';
import { customFields, isBuiltType, type FieldSource } from './custom-field.ts';
import { customObject, customObjectKind, sharingModel } from './custom-object.ts';
import { OrgError } from './errors.ts';
import { idField, recordTypeField } from './field.ts';
import { historyName, historyObject } from './history-object.ts';
import { KeyPrefixes } from './key-prefix.ts';
import type { ObjectKind, ObjectSchema, Schema, ValidationRuleSchema } from './model.ts';
import { BuiltObject } from './object-schema.ts';
import { fieldPicklist } from './picklists.ts';
import { fieldSetsOf } from './field-set.ts';
import { masterRecordType, recordTypesOf } from './record-type.ts';
import { rollUpField } from './roll-up.ts';
import { customShareObject, standardShareObject, standardSharePrefixes } from './share-object.ts';
import {
  hasHistory,
  isInCurrency,
  mentionedFields,
  mentionedObjects,
  withKnownTargets,
  type Mentions,
} from './standard/catalogue.ts';
import { currencyTables } from './standard/currencies.ts';
import { standardTables } from './standard/index.ts';
import { parseTables } from './standard/table.ts';
import { standardField, standardObject, type PolymorphicTargets } from './standard-object.ts';

export interface BuildOptions {
  /** Key prefixes given to objects before, by object name: records in the database carry them. */
  readonly keyPrefixes?: ReadonlyMap<string, string>;
  readonly onFault?: OnSourceFault;
  /** Words of the source: standard objects beyond those that every project has are built when they are named. */
  readonly mentions?: Mentions;
  /** Of an org with several. */
  readonly currencies?: OrgCurrencies;
}

export interface BuiltSchema extends Schema {
  /** Objects and fields of the project that are of a kind that is not built, or refer to such. */
  readonly ignored: readonly IgnoredSource[];
}

/** First letters of the key prefixes of what projects define. */
const PREFIX_LETTERS: Readonly<Partial<Record<ObjectKind, string>>> = {
  custom: 'a',
  customSetting: 'a',
  customMetadata: 'm',
  platformEvent: 'e',
  bigObject: 'i',
};
/** Of share and history rows of custom objects. The platform has one prefix for all; here each object has its own. */
const SHARE_LETTER = 's';
const HISTORY_LETTER = 'h';
const CHANGE_LETTER = 'c';
/** Of standard objects whose prefix is not known. */
const CATALOGUE_LETTER = 'z';

/** Standard objects that activities can be related to (Object Reference, "Task", WhatId). */
const ACTIVITY_TARGETS = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contract',
  'Opportunity',
  'Order',
  'Product2',
  'Quote',
];
/** The same for objects of the catalogue, which are there when the project names them. */
const NAMED_ACTIVITY_TARGETS = [
  'ListEmail',
  'ServiceAppointment',
  'ServiceContract',
  'Solution',
  'WorkOrder',
  'WorkOrderLineItem',
];
const RECORD_TARGETS = [
  ...ACTIVITY_TARGETS,
  'Contact',
  'ContactPointAddress',
  'ContactPointEmail',
  'ContactPointPhone',
  'Individual',
  'Lead',
];

/** Type of the rows of aggregate queries, whose fields each query makes. */
const aggregateResult = new BuiltObject({
  name: 'AggregateResult',
  label: 'Aggregate Result',
  labelPlural: 'Aggregate Result',
  kind: 'aggregate',
  keyPrefix: '0ar',
  triggerable: false,
  queryable: false,
  createable: false,
  updateable: false,
  deletable: false,
});
aggregateResult.add(idField(aggregateResult.name));

/** Metadata may contradict itself, which is a fault. */
export function buildSchema(metadata: Metadata, options: BuildOptions = {}): BuiltSchema {
  const prefixes = new KeyPrefixes(options.keyPrefixes ?? new Map());
  const mentions = options.mentions ?? new Set();
  const onFault = options.onFault ?? failAtOnce;
  return new SchemaBuilder(metadata, prefixes, mentions, onFault, options.currencies).build();
}

class SchemaBuilder {
  private readonly metadata: Metadata;
  private readonly prefixes: KeyPrefixes;
  private readonly objects = new Map<string, BuiltObject>();
  private readonly ignored: IgnoredSource[] = [];
  private readonly mentions: Mentions;
  private readonly onFault: OnSourceFault;
  private readonly currencies: OrgCurrencies | undefined;

  constructor(
    metadata: Metadata,
    prefixes: KeyPrefixes,
    mentions: Mentions,
    onFault: OnSourceFault,
    currencies: OrgCurrencies | undefined,
  ) {
    this.metadata = metadata;
    this.prefixes = prefixes;
    this.mentions = mentions;
    this.onFault = onFault;
    this.currencies = currencies;
  }

  build(): BuiltSchema {
    this.addStandardObjects();
    const parts = this.addCustomObjects();
    this.addCurrencies();
    for (const [object, source] of parts) this.addFields(object, source);
    for (const [object, source] of parts) this.addRollUps(object, source);
    for (const [object, source] of parts) this.addRules(object, source);
    for (const [object, source] of parts) this.addShareAndHistory(object, source);
    this.addChangeEvents();
    this.linkChildren();
    return schemaOf(this.objects, this.ignored);
  }

  private addStandardObjects(): void {
    const custom = [...this.metadata.objects.values()].filter((source) => source.fullName.endsWith('__c'));
    const targets = {
      activity: [
        ...ACTIVITY_TARGETS,
        ...NAMED_ACTIVITY_TARGETS.filter((name) => this.mentions.has(name.toLowerCase())),
        ...custom.filter((source) => source.definition?.enableActivities).map(nameOf),
      ],
      record: [...RECORD_TARGETS, ...custom.filter(holdsRecords).map(nameOf)],
    };
    const tables = this.currencies === undefined ? standardTables : [...standardTables, ...parseTables(currencyTables)];
    for (const table of tables) this.add(standardObject(table, this.metadata, targets));
    this.addMentioned(targets);
    this.add(aggregateResult);
    for (const [parent, prefix] of Object.entries(standardSharePrefixes)) {
      const object = this.objects.get(parent.toLowerCase());
      if (object !== undefined) this.add(standardShareObject(object, prefix));
    }
  }

  /** What the project names of the rest of the standard objects and fields. */
  private addMentioned(targets: PolymorphicTargets): void {
    const built = [...this.objects.values()];
    const tables = mentionedObjects(this.mentions, this.objects);
    const names = new Set([...this.objects.keys(), ...tables.map(({ name }) => name.toLowerCase())]);
    for (const table of tables) {
      const keyPrefix = table.keyPrefix === '' ? this.prefixes.of(table.name, CATALOGUE_LETTER) : table.keyPrefix;
      const fields = withKnownTargets(table.fields, names);
      this.add(standardObject({ ...table, keyPrefix, fields }, this.metadata, targets));
    }
    for (const object of built) {
      for (const field of withKnownTargets(mentionedFields(object.name, this.mentions, object.fields), names)) {
        object.add(standardField(object.name, field, this.metadata, targets));
      }
    }
  }

  /** Each record has a currency; each user one that their new records start with ("Manage Multiple Currencies", Salesforce Help). */
  private addCurrencies(): void {
    if (this.currencies === undefined) return;
    for (const object of this.objects.values()) {
      const own = object.kind === 'custom' || object.kind === 'customSetting';
      if (own || isInCurrency(object.name)) object.add(currencyField(object.name, this.currencies));
    }
    const user = this.require('user');
    user.add(currencyField(user.name, this.currencies, 'DefaultCurrencyIsoCode'));
  }

  /** Adds the objects the project defines; answers every object the project has a part of, with that part. */
  private addCustomObjects(): [BuiltObject, ObjectMetadata][] {
    const parts: [BuiltObject, ObjectMetadata][] = [];
    for (const source of this.metadata.objects.values()) {
      if (source.fullName === 'Activity') {
        for (const name of ['task', 'event']) parts.push([this.require(name), source]);
        continue;
      }
      const object = this.objects.get(source.fullName.toLowerCase()) ?? this.defineObject(source);
      if (object !== undefined) parts.push([object, source]);
    }
    return parts;
  }

  private defineObject(source: ObjectMetadata): BuiltObject | undefined {
    const { definition, fullName } = source;
    const kind = definition === undefined ? undefined : customObjectKind(fullName, definition);
    const letter = kind === undefined ? undefined : PREFIX_LETTERS[kind];
    if (definition === undefined || kind === undefined || letter === undefined) {
      this.ignore(`CustomObject ${fullName}`, definition ?? firstPart(source));
      return undefined;
    }
    const object = customObject(source, definition, kind, this.prefixes.of(fullName, letter));
    this.add(object);
    return object;
  }

  private addFields(object: BuiltObject, source: ObjectMetadata): void {
    if (source.definition !== undefined && object.kind === 'standard') {
      object.label = source.definition.label ?? object.label;
      object.labelPlural = source.definition.pluralLabel ?? object.labelPlural;
      object.sharingModel = sharingModel(source.definition, object.sharingModel);
    }
    eachPart(source.fields.values(), this.onFault, (field) => {
      if (!field.fullName.endsWith('__c')) this.adjustStandardField(object, field);
      else if (field.type !== undefined && !isBuiltType(field.type))
        this.ignore(`CustomField of type ${field.type}`, field);
      else if (field.type !== 'Summary') this.addField(object, field);
    });
  }

  private addField(object: BuiltObject, source: FieldSource): void {
    const fields = customFields(object.name, source, this.metadata);
    const missing = fields
      .flatMap((field) => field.referenceTo)
      .find((target) => !this.objects.has(target.toLowerCase()));
    if (missing === undefined) object.addAll(fields);
    else if (missing.includes('__')) {
      throw new SourceError(source.source.file, source.source.line, `there is no object ${missing}`);
    } else this.ignore(`CustomField that refers to ${missing}`, source);
  }

  /** What metadata can change about a standard field: help, label, values, whether it is required. */
  private adjustStandardField(object: BuiltObject, source: FieldSource): void {
    const field = object.field(source.fullName);
    if (field === undefined) {
      this.ignore('CustomField of a standard field that is not built', source);
      return;
    }
    const picklist = source.valueSet === undefined ? undefined : fieldPicklist(source.valueSet, this.metadata);
    object.add({
      ...field,
      label: source.label ?? field.label,
      inlineHelpText: source.inlineHelpText ?? field.inlineHelpText,
      description: source.description ?? field.description,
      nillable: field.nillable && !source.required,
      picklistValues: picklist?.entries ?? field.picklistValues,
      source: source.source,
    });
  }

  private addRollUps(object: BuiltObject, source: ObjectMetadata): void {
    eachPart(source.fields.values(), this.onFault, (field) => {
      if (field.type === 'Summary')
        object.add(rollUpField(object.name, field, (name) => this.objects.get(name.toLowerCase())));
    });
  }

  private addRules(object: BuiltObject, source: ObjectMetadata): void {
    object.recordTypes.push(...recordTypesOf(source));
    object.fieldSets.push(...fieldSetsOf(source));
    if (object.recordTypes.length > 0 && object.field('RecordTypeId') === undefined)
      object.add(recordTypeField(object.name));
    object.validationRules.push(...validationRules(source));
  }

  private addShareAndHistory(object: BuiltObject, source: ObjectMetadata): void {
    if (object.kind !== 'custom') return;
    if (object.sharingModel === 'Private' || object.sharingModel === 'Read') {
      const reasons = [...source.sharingReasons.values()].map((reason) => {
        const value = reason.fullName.endsWith('__c') ? reason.fullName : `${reason.fullName}__c`;
        return { value, label: reason.label, active: true, isDefault: false };
      });
      this.add(customShareObject(object, this.prefixes.of(`${object.name} Share`, SHARE_LETTER), reasons));
    }
    if (source.definition?.enableHistory === true) {
      this.ignore(
        `field history of ${object.name} (it can be queried, and changes are not recorded)`,
        source.definition,
      );
      this.add(historyObject(object, this.prefixes.of(`${object.name} History`, HISTORY_LETTER)));
    }
  }

  /** Of the objects whose change events, or whose history, the project names. */
  private addChangeEvents(): void {
    for (const object of [...this.objects.values()]) {
      this.addStandardHistory(object);
      const name = changeEventName(object.name);
      if (object.kind !== 'custom' && object.kind !== 'standard') continue;
      if (this.mentions.has(name.toLowerCase()))
        this.add(changeEventObject(object, this.prefixes.of(name, CHANGE_LETTER)));
    }
  }

  private addStandardHistory(object: BuiltObject): void {
    const name = historyName(object.name).toLowerCase();
    if (object.kind !== 'standard' || this.objects.has(name) || !this.mentions.has(name)) return;
    if (hasHistory(object.name)) this.add(historyObject(object, this.prefixes.of(object.name, HISTORY_LETTER)));
  }

  /** Last: every field is known now. */
  private linkChildren(): void {
    for (const object of this.objects.values()) {
      if (object.kind === 'standard' || object.kind === 'custom') object.recordTypes.push(masterRecordType);
      for (const field of object.fields.values()) {
        for (const target of field.referenceTo) {
          this.objects.get(target.toLowerCase())?.childRelationships.push({
            childObject: object.name,
            field: field.name,
            relationshipName: field.childRelationshipName,
            cascadeDelete: field.deleteConstraint === 'Cascade',
            restrictedDelete: field.deleteConstraint === 'Restrict',
          });
        }
      }
    }
  }

  private add(object: BuiltObject): void {
    this.objects.set(object.name.toLowerCase(), object);
  }

  private require(lowerName: string): BuiltObject {
    const object = this.objects.get(lowerName);
    if (object === undefined) throw new OrgError('INVALID_TYPE', `There is no standard object ${lowerName}`);
    return object;
  }

  private ignore(type: string, part: { source: { file: string; line: number } } | undefined): void {
    this.ignored.push({ type, file: part?.source.file ?? '', line: part?.source.line ?? 0 });
  }
}

function nameOf(source: ObjectMetadata): string {
  return source.fullName;
}

function holdsRecords(source: ObjectMetadata): boolean {
  return source.definition !== undefined && source.definition.customSettingsType === undefined;
}

function firstPart(source: ObjectMetadata) {
  return source.fields.values().next().value ?? source.listViews.values().next().value;
}

function validationRules(source: ObjectMetadata): ValidationRuleSchema[] {
  return [...source.validationRules.values()].map((rule) => ({
    name: rule.fullName,
    active: rule.active,
    condition: rule.errorConditionFormula,
    errorMessage: rule.errorMessage,
    errorDisplayField: rule.errorDisplayField,
    source: rule.source,
  }));
}

function schemaOf(objects: ReadonlyMap<string, ObjectSchema>, ignored: readonly IgnoredSource[]): BuiltSchema {
  const byPrefix = new Map([...objects.values()].map((object) => [object.keyPrefix, object]));
  return {
    objects,
    ignored,
    object: (name) => objects.get(name.toLowerCase()),
    require(name) {
      const object = objects.get(name.toLowerCase());
      if (object === undefined) throw new OrgError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
      return object;
    },
    objectOfId: (id) => byPrefix.get(id.slice(0, 3)),
  };
}
