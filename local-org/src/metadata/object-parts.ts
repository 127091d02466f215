/** Puts an object together from its own file and the files of its parts, which may lie in several folders. */
import type { Component, ObjectMetadata } from './metadata.ts';
import { customField, type CustomFieldSource } from './readers/custom-field.ts';
import {
  businessProcess,
  compactLayout,
  fieldSet,
  index,
  recordType,
  sharingReason,
  validationRule,
  webLink,
  type BusinessProcessSource,
  type CompactLayoutSource,
  type CustomObjectSource,
  type FieldSetSource,
  type IndexSource,
  type RecordTypeSource,
  type SharingReasonSource,
  type ValidationRuleSource,
  type WebLinkSource,
} from './readers/custom-object.ts';
import { listView, type ListViewSource } from './readers/list-view.ts';
import type { ElementReader, IgnoredSource, ReadContext } from './shape.ts';
import { SourceError, type SourcePosition, type XmlElement } from './xml.ts';

type Parts<T> = Map<string, Component<T>>;

class ObjectBuilder implements ObjectMetadata {
  readonly fullName: string;
  definition: CustomObjectSource | undefined;
  readonly fields: Parts<CustomFieldSource> = new Map();
  readonly validationRules: Parts<ValidationRuleSource> = new Map();
  readonly listViews: Parts<ListViewSource> = new Map();
  readonly recordTypes: Parts<RecordTypeSource> = new Map();
  readonly compactLayouts: Parts<CompactLayoutSource> = new Map();
  readonly webLinks: Parts<WebLinkSource> = new Map();
  readonly fieldSets: Parts<FieldSetSource> = new Map();
  readonly businessProcesses: Parts<BusinessProcessSource> = new Map();
  readonly indexes: Parts<IndexSource> = new Map();
  readonly sharingReasons: Parts<SharingReasonSource> = new Map();

  constructor(fullName: string) {
    this.fullName = fullName;
  }
}

type PartAdder = (object: ObjectBuilder, root: XmlElement, context: ReadContext, name: string) => void;

/** Root element of a part's file → how it joins its object. */
const partAdders: Readonly<Record<string, PartAdder>> = {
  CustomField: part(customField, (object) => object.fields),
  ValidationRule: part(validationRule, (object) => object.validationRules),
  ListView: part(listView, (object) => object.listViews),
  RecordType: part(recordType, (object) => object.recordTypes),
  CompactLayout: part(compactLayout, (object) => object.compactLayouts),
  WebLink: part(webLink, (object) => object.webLinks),
  FieldSet: part(fieldSet, (object) => object.fieldSets),
  BusinessProcess: part(businessProcess, (object) => object.businessProcesses),
  Index: part(index, (object) => object.indexes),
  SharingReason: part(sharingReason, (object) => object.sharingReasons),
};

export class ObjectCollection {
  readonly objects = new Map<string, ObjectBuilder>();

  /** Whether a file with this root element is a part of an object. */
  static isPart(rootName: string): boolean {
    return Object.hasOwn(partAdders, rootName);
  }

  addPart(objectName: string, root: XmlElement, context: ReadContext, fileName: string): void {
    partAdders[root.name]?.(this.object(objectName), root, context, fileName);
  }

  /** Adds an object's own file; of two files of one object the later one's statements win. */
  addDefinition(objectName: string, definition: CustomObjectSource, context: ReadContext): void {
    const object = this.object(objectName);
    const stated = Object.entries(definition).filter(([, value]) => value !== undefined);
    object.definition =
      object.definition === undefined ? definition : { ...object.definition, ...Object.fromEntries(stated) };
    for (const value of definition.fields) add(object.fields, object, value, undefined, 'CustomField', context);
    for (const value of definition.validationRules)
      add(object.validationRules, object, value, undefined, 'ValidationRule', context);
    for (const value of definition.listViews) add(object.listViews, object, value, undefined, 'ListView', context);
    for (const value of definition.recordTypes)
      add(object.recordTypes, object, value, undefined, 'RecordType', context);
    for (const value of definition.compactLayouts)
      add(object.compactLayouts, object, value, undefined, 'CompactLayout', context);
    for (const value of definition.webLinks) add(object.webLinks, object, value, undefined, 'WebLink', context);
    for (const value of definition.fieldSets) add(object.fieldSets, object, value, undefined, 'FieldSet', context);
    for (const value of definition.businessProcesses)
      add(object.businessProcesses, object, value, undefined, 'BusinessProcess', context);
    for (const value of definition.indexes) add(object.indexes, object, value, undefined, 'Index', context);
    for (const value of definition.sharingReasons)
      add(object.sharingReasons, object, value, undefined, 'SharingReason', context);
  }

  private object(name: string): ObjectBuilder {
    const known = this.objects.get(name);
    if (known !== undefined) return known;
    const made = new ObjectBuilder(name);
    this.objects.set(name, made);
    return made;
  }
}

interface NamedSource {
  readonly fullName: string | undefined;
  readonly source: SourcePosition;
}

function part<T extends NamedSource>(reader: ElementReader<T>, into: (object: ObjectBuilder) => Parts<T>): PartAdder {
  return (object, root, context, name) => add(into(object), object, reader(root, context), name, root.name, context);
}

function add<T extends NamedSource>(
  parts: Parts<T>,
  object: ObjectBuilder,
  value: T,
  fileName: string | undefined,
  type: string,
  context: ReadContext,
): void {
  const fullName = value.fullName ?? fileName;
  const { file, line } = value.source;
  if (fullName === undefined) throw new SourceError(file, line, 'this part needs a <fullName>');
  if (parts.has(fullName)) context.ignored.push(overridden(type, `${object.fullName}.${fullName}`, file, line));
  parts.set(fullName, { ...value, fullName });
}

/** What the listing says of a component that another file had defined before. */
export function overridden(type: string, fullName: string, file: string, line: number): IgnoredSource {
  return { type: `${type} ${fullName}, defined before and replaced by this`, file, line };
}
