/** An object of the schema; open for additions until the schema is complete. */
import type { SourcePosition } from '../metadata/xml.ts';
import type {
  ChildRelationship,
  FieldSchema,
  FieldSetSchema,
  ObjectKind,
  ObjectSchema,
  RecordTypeSchema,
  SharingModel,
  ValidationRuleSchema,
} from './model.ts';

export type ObjectInit = Pick<ObjectSchema, 'name' | 'label' | 'labelPlural' | 'kind' | 'keyPrefix'> &
  Partial<Omit<ObjectSchema, 'fields' | 'field' | 'relationship'>>;

export class BuiltObject implements ObjectSchema {
  readonly name: string;
  label: string;
  labelPlural: string;
  readonly kind: ObjectKind;
  readonly custom: boolean;
  readonly keyPrefix: string;
  readonly fields = new Map<string, FieldSchema>();
  readonly childRelationships: ChildRelationship[] = [];
  readonly recordTypes: RecordTypeSchema[] = [];
  readonly validationRules: ValidationRuleSchema[] = [];
  readonly fieldSets: FieldSetSchema[] = [];
  sharingModel: SharingModel;
  readonly customSettingsType: 'List' | 'Hierarchy' | undefined;
  readonly changesOf: string | undefined;
  readonly triggerable: boolean;
  readonly queryable: boolean;
  readonly rowsMissing: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  description: string | undefined;
  source: SourcePosition | undefined;
  private readonly relationships = new Map<string, FieldSchema>();

  constructor(init: ObjectInit) {
    this.name = init.name;
    this.label = init.label;
    this.labelPlural = init.labelPlural;
    this.kind = init.kind;
    this.custom = init.custom ?? false;
    this.keyPrefix = init.keyPrefix;
    this.sharingModel = init.sharingModel ?? 'ReadWrite';
    this.customSettingsType = init.customSettingsType;
    this.changesOf = init.changesOf;
    this.triggerable = init.triggerable ?? true;
    this.queryable = init.queryable ?? true;
    this.rowsMissing = init.rowsMissing ?? false;
    this.createable = init.createable ?? true;
    this.updateable = init.updateable ?? true;
    this.deletable = init.deletable ?? true;
    this.description = init.description;
    this.source = init.source;
  }

  get nameField(): FieldSchema | undefined {
    for (const field of this.fields.values()) if (field.nameField) return field;
    return undefined;
  }

  field(name: string): FieldSchema | undefined {
    return this.fields.get(name.toLowerCase());
  }

  relationship(name: string): FieldSchema | undefined {
    return this.relationships.get(name.toLowerCase());
  }

  /** Adds the field, or replaces the one of its name. */
  add(field: FieldSchema): void {
    this.fields.set(field.name.toLowerCase(), field);
    if (field.relationshipName !== undefined) this.relationships.set(field.relationshipName.toLowerCase(), field);
  }

  addAll(fields: Iterable<FieldSchema>): void {
    for (const field of fields) this.add(field);
  }
}
