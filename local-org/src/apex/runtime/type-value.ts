/** A value of System.Type: `Foo.class`, `Type.forName('Foo')`. */
import { libraryType, type ApexType } from '../types/apex-type.ts';
import { ApexObject } from './apex-object.ts';

export class TypeValue extends ApexObject {
  readonly type: ApexType;

  constructor(type: ApexType) {
    super();
    this.type = type;
  }

  get apexType(): ApexType {
    return libraryType('System.Type');
  }

  equals(other: TypeValue): boolean {
    return this.type === other.type;
  }

  hashKey(): string {
    return `${this.type.kind} ${this.type.key}`;
  }

  override toString(): string {
    return this.type.toString();
  }
}
