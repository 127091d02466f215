/** Schema tokens: `Account.SObjectType` and `Account.Name`. One object per token, so that they compare by identity. */
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { libraryType, type ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';

export class SObjectTypeToken extends ApexObject {
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    super();
    this.object = object;
  }

  get apexType(): ApexType {
    return libraryType('Schema.SObjectType');
  }

  override toString(): string {
    return this.object.name;
  }
}

export class SObjectFieldToken extends ApexObject {
  readonly object: ObjectSchema;
  readonly field: FieldSchema;

  constructor(object: ObjectSchema, field: FieldSchema) {
    super();
    this.object = object;
    this.field = field;
  }

  get apexType(): ApexType {
    return libraryType('Schema.SObjectField');
  }

  override toString(): string {
    return this.field.name;
  }
}

const objectTokens = new WeakMap<ObjectSchema, SObjectTypeToken>();
const fieldTokens = new WeakMap<FieldSchema, SObjectFieldToken>();

export function objectToken(object: ObjectSchema): SObjectTypeToken {
  let token = objectTokens.get(object);
  if (token === undefined) objectTokens.set(object, (token = new SObjectTypeToken(object)));
  return token;
}

export function fieldToken(object: ObjectSchema, field: FieldSchema): SObjectFieldToken {
  let token = fieldTokens.get(field);
  if (token === undefined) fieldTokens.set(field, (token = new SObjectFieldToken(object, field)));
  return token;
}
