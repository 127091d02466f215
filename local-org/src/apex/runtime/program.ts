/** The compiled classes of an org, as running code and the class library find them. */
import type { Schema } from '../../schema/model.ts';
import type { LibraryClass } from '../library/define.ts';
import type { ApexType } from '../types/apex-type.ts';
import type { RuntimeClass } from './runtime-class.ts';

export interface Program {
  readonly schema: Schema;
  /** The class of the project of this (dotted) name in any case. */
  findClass(name: string): RuntimeClass | undefined;
  classOf(type: ApexType): RuntimeClass | undefined;
  /** Every class of the project, inner classes included. */
  classes(): Iterable<RuntimeClass>;
  /** The type of this name, of the project or of the platform, as `Type.forName` finds it. */
  findType(name: string): ApexType | undefined;
  /** The table of a platform type. */
  libraryOf(type: ApexType): LibraryClass | undefined;
  /** Whether a value of type `from` may be used where `to` is expected, by inheritance. */
  isSubtype(from: ApexType, to: ApexType): boolean;
  /** Makes the static fields of a class that is used for the first time in the transaction, and runs its initialisers. */
  initialize(classId: number): object;
}
