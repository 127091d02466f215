/** What every instance of an Apex class is at run time. */
import { libraryType, type ApexType } from '../types/apex-type.ts';

export abstract class ApexObject {
  /** The instance's class; generated classes define it on their prototype. */
  abstract get apexType(): ApexType;
}

/** Base of the instances of library classes: the qualified name of the Apex class is all they need to say. */
export abstract class LibraryObject extends ApexObject {
  /** `System.HttpRequest`, `Database.SaveResult`, … */
  abstract readonly typeName: string;

  get apexType(): ApexType {
    return libraryType(this.typeName);
  }

  /** What String.valueOf and System.debug show; the qualified name unless overridden. */
  override toString(): string {
    return this.typeName;
  }
}
