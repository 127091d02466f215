/** What a name or a dotted name can mean before a member of it is taken. */
import type { ObjectSchema } from '../../schema/model.ts';
import type { ApexType } from '../types/apex-type.ts';
import type { Value } from './value.ts';

export type Reference =
  | { readonly kind: 'value'; readonly value: Value }
  /** A class, to call a static member of. */
  | { readonly kind: 'type'; readonly type: ApexType }
  /** `System`, `Schema`, `Database` … */
  | { readonly kind: 'namespace'; readonly name: string }
  /** `Trigger`, `Label`, an object that a token is taken of, its describe result: names with rules of their own. */
  | { readonly kind: 'special'; readonly name: SpecialName; readonly object?: ObjectSchema };

export type SpecialName =
  | 'trigger'
  | 'label'
  | 'sobjecttype'
  | 'sobject'
  | 'token'
  | 'tokenFields'
  | 'rowCause'
  | 'described'
  | 'fields'
  | 'fieldSets'
  | 'page';

export function valueReference(value: Value): Reference {
  return { kind: 'value', value };
}
