/**
 * The Metadata namespace ("Metadata Namespace", Apex Reference Guide). Its types that only hold data come from the table of the
 * platform's signatures.
 */
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { ApexList, LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { libraryClass, type LibraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import type { BeanValue } from '../support/bean.ts';

class DeployContainerValue extends LibraryObject {
  readonly typeName = 'Metadata.DeployContainer';
  components: readonly BeanValue[] = [];

  /** Whether there was one to take out. */
  remove(isMeant: (component: BeanValue) => boolean): boolean {
    const kept = this.components.filter((component) => !isMeant(component));
    const isFound = kept.length < this.components.length;
    this.components = kept;
    return isFound;
  }
}

export const metadataNamespace: readonly LibraryClass[] = [
  libraryClass('Metadata.DeployContainer', {
    'DeployContainer()': () => new DeployContainerValue(),
    'List<Metadata.Metadata> getMetadata()': ({ components }: DeployContainerValue) =>
      new ApexList(libraryType('Metadata.Metadata'), [...components]),
    ...refusingNulls({
      'void addMetadata(Metadata.Metadata md)': (self: DeployContainerValue, component: BeanValue) => {
        self.components = [...self.components, component];
      },
      'Boolean removeMetadata(Metadata.Metadata md)': (self: DeployContainerValue, component: BeanValue) =>
        self.remove((candidate) => candidate === component),
      'Boolean removeMetadataByFullName(String fullName)': (self: DeployContainerValue, fullName: string) =>
        self.remove((candidate) => candidate.get('fullName') === fullName),
    }),
  }),
  libraryClass('Metadata.Operations', {
    'static Id enqueueDeployment(Metadata.DeployContainer container, Metadata.DeployCallback callback)':
      refuseDeployment,
  }),
];

/** "Testing Metadata Deployments" (Apex Developer Guide): tests deploy nothing, they call the callback themselves. */
function refuseDeployment(): never {
  if (currentTransaction().isTest) {
    throwApex('System.AsyncException', 'Metadata cannot be deployed from within a test');
  }
  throw new NotSupported('Metadata.Operations.enqueueDeployment');
}
