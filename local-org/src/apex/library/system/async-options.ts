/** System.AsyncOptions and QueueableDuplicateSignature ("AsyncOptions Class", Apex Reference Guide). */
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export class DuplicateSignatureValue extends LibraryObject {
  readonly typeName = 'System.QueueableDuplicateSignature';
  readonly signature: string;

  constructor(signature: string) {
    super();
    this.signature = signature;
  }

  override toString(): string {
    return this.signature;
  }
}

class SignatureBuilder extends LibraryObject {
  readonly typeName = 'System.QueueableDuplicateSignature.Builder';
  readonly parts: string[] = [];

  add(part: unknown): this {
    this.parts.push(JSON.stringify(String(part)));
    return this;
  }
}

const add = (self: SignatureBuilder, part: unknown): SignatureBuilder => self.add(part);

export const duplicateSignatureClass = libraryClass('System.QueueableDuplicateSignature', {
  'String toString()': (self: DuplicateSignatureValue) => self.signature,
});

export const signatureBuilderClass = libraryClass(
  'System.QueueableDuplicateSignature.Builder',
  refusingNulls({
    'Builder()': () => new SignatureBuilder(),
    'System.QueueableDuplicateSignature.Builder addId(Id value)': add,
    'System.QueueableDuplicateSignature.Builder addInteger(Integer value)': add,
    'System.QueueableDuplicateSignature.Builder addString(String value)': add,
    'System.QueueableDuplicateSignature build()': (self: SignatureBuilder) =>
      new DuplicateSignatureValue(self.parts.join(',')),
  }),
);

export class AsyncOptionsValue extends LibraryObject {
  readonly typeName = 'System.AsyncOptions';
  duplicateSignature: DuplicateSignatureValue | null = null;
  maximumStackDepth: number | null = null;
  minimumDelayInMinutes: number | null = null;
}

export const asyncOptionsClass = libraryClass('System.AsyncOptions', {
  'AsyncOptions()': () => new AsyncOptionsValue(),
  'System.QueueableDuplicateSignature DuplicateSignature {get set}': {
    get: (self: AsyncOptionsValue) => self.duplicateSignature,
    set: (self: AsyncOptionsValue, value: DuplicateSignatureValue | null) => {
      self.duplicateSignature = value;
    },
  },
  'Integer MaximumQueueableStackDepth {get set}': {
    get: (self: AsyncOptionsValue) => self.maximumStackDepth,
    set: (self: AsyncOptionsValue, value: number | null) => {
      self.maximumStackDepth = value;
    },
  },
  'Integer MinimumQueueableDelayInMinutes {get set}': {
    get: (self: AsyncOptionsValue) => self.minimumDelayInMinutes,
    set: (self: AsyncOptionsValue, value: number | null) => {
      self.minimumDelayInMinutes = value;
    },
  },
});
