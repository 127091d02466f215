/** How records are made of a statement's rows: the queried object and the parents that were selected with it. */
import type { SQLOutputValue } from 'node:sqlite';
import type { ObjectSchema, Schema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';
import type { ResultShape } from '../../services.ts';
import type { Decoder } from '../../store/encoding.ts';
import type { Columns } from './columns.ts';
import type { SqlValue } from './sql-value.ts';

export type Row = readonly SQLOutputValue[];

interface FieldColumn {
  readonly name: string;
  readonly position: number;
  readonly decode: Decoder;
}

/** A parent, of one object or of one of several. */
interface ParentColumn {
  readonly idPosition: number;
  /** The only object it can be of; undefined where the id tells. */
  readonly object?: ObjectSchema;
  /** What was selected of it, by the object its id belongs to; undefined: nothing of that object. */
  readonly node: (object: ObjectSchema) => RecordNode | undefined;
}

interface Shape extends ResultShape {
  readonly names: string[];
  readonly parents: Map<string, ResultShape>;
  readonly children: Map<string, ResultShape>;
}

export class RecordNode {
  /** Undefined for a parent of several possible objects: its id tells. */
  readonly object: ObjectSchema | undefined;
  readonly shape: Shape = { names: [], parents: new Map(), children: new Map() };
  private readonly schema: Schema;
  private readonly idPosition: number;
  private readonly fields = new Map<string, FieldColumn>();
  private readonly parents = new Map<string, ParentColumn>();
  private readonly nodes = new Map<string, RecordNode>();

  constructor(schema: Schema, object: ObjectSchema | undefined, idPosition: number) {
    this.schema = schema;
    this.object = object;
    this.idPosition = idPosition;
  }

  /** A value the query asked for. False when the name was asked for before. */
  select(name: string, value: SqlValue, columns: Columns): boolean {
    if (this.shape.names.includes(name)) return false;
    this.shape.names.push(name);
    this.fields.set(name, { name, position: columns.add(value), decode: value.decode });
    return true;
  }

  /** A value that Apex sees without having asked for it. */
  include(name: string, value: SqlValue, columns: Columns): void {
    if (!this.fields.has(name)) this.fields.set(name, { name, position: columns.add(value), decode: value.decode });
  }

  /** A compound field the query asked for, whose parts are included apart. */
  selectCompound(name: string): void {
    if (!this.shape.names.includes(name)) this.shape.names.push(name);
  }

  /** The node of a parent under this relationship name, made when it is first asked for. */
  parent(name: string, create: () => { node: RecordNode; column: ParentColumn }): RecordNode {
    const known = this.nodes.get(name);
    if (known !== undefined) return known;
    const { node, column } = create();
    this.nodes.set(name, node);
    this.addParent(name, column, node.shape);
    return node;
  }

  addParent(name: string, column: ParentColumn, shape: ResultShape): void {
    this.parents.set(name, column);
    this.shape.names.push(name);
    this.shape.parents.set(name, shape);
  }

  read(row: Row, object = this.object): SObject {
    const record = new SObject(object!);
    record.values.set('Id', row[this.idPosition] as string);
    for (const { name, position, decode } of this.fields.values()) record.values.set(name, decode(row[position]));
    for (const [name, column] of this.parents) record.parents.set(name, this.readParent(row, column));
    return record;
  }

  private readParent(row: Row, column: ParentColumn): SObject | null {
    const id = row[column.idPosition] as string | null;
    if (id === null) return null;
    const object = column.object ?? this.schema.objectOfId(id);
    return (object && column.node(object)?.read(row, object)) ?? null;
  }
}
