/** Report types: the tables a report draws on, how they are joined, and what a column's name means. */
import type { Metadata } from '../metadata/metadata.ts';
import type { ReportJoinSource, ReportTypeSource } from '../metadata/readers/report-type.ts';
import { NotSupported } from '../schema/errors.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../schema/model.ts';
import { ReportError } from './definition.ts';
import { STANDARD_REPORT_TYPES } from './standard-report-types.ts';

export interface ReportTable {
  /** `Order__c`, `Order__c.Items__r`. */
  readonly path: string;
  readonly object: ObjectSchema;
  /** Relationship from a row of this table to its row of the table before; undefined for the first. */
  readonly parentRelationship: string | undefined;
  /** The reference field of the same. */
  readonly parentField: string | undefined;
  /** Whether rows of the table before count that have none here. */
  readonly outer: boolean;
}

export interface ReportColumn {
  readonly name: string;
  readonly label: string;
  /** Position of its table in the join. */
  readonly table: number;
  /** Path from a row of its table: `Name`, `Account__r.Name`. */
  readonly path: string;
  readonly field: FieldSchema;
  /** Path of the id of the record that a shown name belongs to. */
  readonly idPath: string | undefined;
}

export interface ColumnChoice {
  readonly name: string;
  readonly label: string;
  readonly section: string;
}

/** Codes of standard report types for the fields that every custom object has ("Report", Metadata API Developer Guide). */
const CUSTOM_OBJECT_CODES: Readonly<Record<string, string>> = {
  CUST_NAME: 'Name',
  CUST_ID: 'Id',
  CUST_OWNER_NAME: 'OwnerId',
  CUST_CREATED_DATE: 'CreatedDate',
  CUST_CREATED_NAME: 'CreatedById',
  CUST_LAST_UPDATE: 'LastModifiedDate',
  CUST_LAST_UPDATED_NAME: 'LastModifiedById',
  CUST_RECORDTYPE: 'RecordTypeId',
};

export class ReportType {
  readonly name: string;
  readonly label: string;
  readonly tables: readonly ReportTable[];
  readonly choices: readonly ColumnChoice[];
  readonly #schema: Schema;
  /** Fields of the only table by the platform's codes of columns. */
  readonly #codes: Readonly<Record<string, string>>;

  private constructor(
    name: string,
    label: string,
    tables: readonly ReportTable[],
    choices: readonly ColumnChoice[],
    schema: Schema,
    codes: Readonly<Record<string, string>> = {},
  ) {
    this.#codes = codes;
    this.name = name;
    this.label = label;
    this.tables = tables;
    this.choices = choices;
    this.#schema = schema;
  }

  /** Throws `ReportError` for a type that does not exist, `NotSupported` for one of the platform's that is not built. */
  static of(name: string, metadata: Metadata, schema: Schema): ReportType {
    const source = metadata.reportTypes.get(name.replace(/__c$/, ''));
    if (source !== undefined) return customType(name, source, schema, (...parts) => new ReportType(...parts));
    const standard = STANDARD_REPORT_TYPES[name];
    const single = standard?.object ?? /^CustomEntity\$(\w+)$/.exec(name)?.[1];
    if (single === undefined) throw new NotSupported(`the report type ${name}`);
    const object = schema.object(single);
    if (object === undefined) throw new ReportError(`The report type ${name} is about an object that does not exist.`);
    const table = { path: object.name, object, parentRelationship: undefined, parentField: undefined, outer: false };
    const codes = standard?.codes ?? {};
    const codeOf = new Map(Object.entries(codes).map(([code, field]) => [field, code]));
    const choices = [...object.fields.values()].map((field) => ({
      name: codeOf.get(field.name) ?? `${object.name}.${field.name}`,
      label: field.label,
      section: object.label,
    }));
    return new ReportType(name, standard?.label ?? object.labelPlural, [table], choices, schema, codes);
  }

  /** The column of this name. Throws `ReportError` when the type has none. */
  column(name: string): ReportColumn {
    const [tablePath = '', fieldPath] = name.includes('$') ? name.split('$') : this.#plainName(name);
    const table = this.tables.findIndex(({ path }) => path.toLowerCase() === tablePath.toLowerCase());
    const start = this.tables[table];
    if (start === undefined || fieldPath === undefined) throw this.#unknown(name);
    let object = start.object;
    const path: string[] = [];
    const steps = fieldPath.split('.');
    for (const [index, step] of steps.entries()) {
      const field = object.field(step) ?? referenceNamed(object, step);
      if (field === undefined) throw this.#unknown(name);
      const target = this.#schema.object(field.referenceTo[0] ?? '');
      if (index < steps.length - 1) {
        if (target === undefined || field.relationshipName === undefined) throw this.#unknown(name);
        path.push(field.relationshipName);
        object = target;
        continue;
      }
      return this.#endOf(name, table, object, field, path);
    }
    throw this.#unknown(name);
  }

  /** A field of an object that a cross filter asks for. */
  relatedField(objectName: string, name: string): FieldSchema {
    const field = this.#schema.object(objectName)?.field(name);
    if (field === undefined)
      throw new ReportError(`The cross filter names ${objectName}.${name}, which does not exist.`);
    return field;
  }

  /** A reference shows the name of the record it points to; a name leads to its own record. */
  #endOf(name: string, table: number, object: ObjectSchema, field: FieldSchema, path: readonly string[]): ReportColumn {
    const at = (last: string): string => [...path, last].join('.');
    const [target] = field.referenceTo;
    const nameField = target === undefined ? undefined : this.#schema.object(target)?.nameField;
    if (field.relationshipName !== undefined && nameField !== undefined) {
      const shown = field.referenceTo.length > 1 ? 'Name' : nameField.name;
      return {
        name,
        label: labelOf(field),
        table,
        path: at(`${field.relationshipName}.${shown}`),
        field: nameField,
        idPath: at(field.name),
      };
    }
    const label = field.nameField && path.length === 0 ? `${object.label}: ${field.label}` : field.label;
    return { name, label, table, path: at(field.name), field, idPath: field.nameField ? at('Id') : undefined };
  }

  #plainName(name: string): string[] {
    const [first] = this.tables;
    const code = this.#codes[name] ?? CUSTOM_OBJECT_CODES[name];
    if (code !== undefined) return [first.path, code];
    // Formulas have a dot where columns have `$`; a table's path may have dots of its own.
    const lower = name.toLowerCase();
    const startsWith = (prefix: string): boolean => lower.startsWith(`${prefix.toLowerCase()}.`);
    const [path = ''] = this.tables
      .map((table) => table.path)
      .filter(startsWith)
      .sort((left, right) => right.length - left.length);
    if (path !== '') return [path, name.slice(path.length + 1)];
    const named = this.tables.filter(({ object }) => startsWith(object.name));
    return named.length === 1 ? [named[0].path, name.slice(named[0].object.name.length + 1)] : [name];
  }

  #unknown(name: string): ReportError {
    return new ReportError(`The report type ${this.label} has no column ${name}.`);
  }
}

function customType<T>(
  name: string,
  source: ReportTypeSource,
  schema: Schema,
  make: (name: string, label: string, tables: ReportTable[], choices: ColumnChoice[], schema: Schema) => T,
): T {
  const base = schema.object(source.baseObject);
  if (base === undefined)
    throw new ReportError(`The report type ${source.label} is about ${source.baseObject}, which does not exist.`);
  const tables: ReportTable[] = [
    { path: base.name, object: base, parentRelationship: undefined, parentField: undefined, outer: false },
  ];
  for (let join: ReportJoinSource | undefined = source.join; join !== undefined; join = join.join) {
    tables.push(joined(tables.at(-1)!, join, schema));
  }
  const choices = source.sections.flatMap((section) =>
    section.columns.map((column) => ({
      name: `${column.table}$${column.field}`,
      label: column.displayNameOverride ?? '',
      section: section.masterLabel,
    })),
  );
  return make(name, source.label, tables, choices, schema);
}

function joined(before: ReportTable, join: ReportJoinSource, schema: Schema): ReportTable {
  const wanted = join.relationship.toLowerCase();
  const named = (name: string) =>
    before.object.childRelationships.find(({ relationshipName }) => relationshipName?.toLowerCase() === name);
  // A custom relationship wins over a standard one that differs by the suffix only.
  const relationship = named(wanted) ?? named(wanted.replace(/__r$/, ''));
  const object = relationship === undefined ? undefined : schema.object(relationship.childObject);
  const field = relationship === undefined ? undefined : object?.field(relationship.field);
  if (object === undefined || field?.relationshipName === undefined) {
    throw new ReportError(`${before.object.label} has no related list ${join.relationship}.`);
  }
  return {
    path: `${before.path}.${join.relationship}`,
    object,
    parentRelationship: field.relationshipName,
    parentField: field.name,
    outer: join.outerJoin,
  };
}

/** `Account`, `CreatedBy`: report types name standard references without the `Id`. */
function referenceNamed(object: ObjectSchema, name: string): FieldSchema | undefined {
  return object.relationship(name);
}

function labelOf(field: FieldSchema): string {
  return field.label.replace(/ ID$/, '');
}
