/** System.AsyncInfo ("AsyncInfo Class"), System.AsyncOptions and QueueableDuplicateSignature ("AsyncOptions Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { queueableStack } from '../../runtime/execution-context.ts';
import { thawWith } from '../../runtime/freeze.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { beanProperties, StorableBean } from '../support/bean.ts';

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

  freezeState(): string {
    return this.signature;
  }
}

thawWith('System.QueueableDuplicateSignature', (state) => new DuplicateSignatureValue(state as string));

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
  'static System.QueueableDuplicateSignature.Builder Builder()': () => new SignatureBuilder(),
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

export const asyncOptionsClass = libraryClass('System.AsyncOptions', {
  'AsyncOptions()': () => new StorableBean('System.AsyncOptions'),
  ...beanProperties(
    'System.QueueableDuplicateSignature DuplicateSignature',
    'Integer MaximumQueueableStackDepth',
    'Integer MinimumQueueableDelayInMinutes',
  ),
});

/** Of the queueable that runs; outside of one there is no stack. */
export const asyncInfoClass = libraryClass('System.AsyncInfo', {
  'static Integer getCurrentQueueableStackDepth()': () => queueableStack(currentTransaction())?.depth ?? 0,
  'static Integer getMaximumQueueableStackDepth()': () => queueableStack(currentTransaction())?.maximum ?? null,
  'static Integer getMinimumQueueableDelayInMinutes()': () => queueableStack(currentTransaction())?.delay ?? null,
  'static Boolean hasMaxStackDepth()': () => (queueableStack(currentTransaction())?.maximum ?? null) !== null,
});
