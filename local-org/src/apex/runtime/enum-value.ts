/** A constant of an enum: one object per constant and compiled program, compared by identity. */
import type { ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';

export class ApexEnumValue extends ApexObject {
  readonly type: ApexType;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: ApexType, name: string, ordinal: number) {
    super();
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  get apexType(): ApexType {
    return this.type;
  }

  override toString(): string {
    return this.name;
  }
}
