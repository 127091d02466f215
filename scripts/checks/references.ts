/** Metadata of the package refers to what exists, and what it offers can be reached by some persona. */
import path from 'node:path';
import { brokenReferencesOfProject } from '../../local-org/src/review/references.ts';
import { entryPoints } from '../review/entry-points.ts';
import { repository } from '../suites/suite.ts';
import { files, read, relative, type Check, type Finding } from './check.ts';

export const references: Check = {
  name: 'Metadata refers to what exists',
  async run() {
    return brokenReferencesOfProject([repository]).map((broken) => ({ ...broken, file: relative(broken.file) }));
  },
};

/** Ways into Apex that ask for the user's access to the class ("Class Security", Apex Developer Guide). */
const CALLED_BY_USERS = /^(?:@(?:AuraEnabled|RemoteAction|InvocableMethod|Http\w+)|webservice|page .*)$/;

export const reachable: Check = {
  name: 'Every tab, page and controller can be reached by some persona',
  async run() {
    const granted = grantedToPersonas();
    const controllers = entryPoints().filter(({ reachedBy }) => CALLED_BY_USERS.test(reachedBy));
    const wanted: Finding[] = [
      ...controllers.map(({ className, file }) => ({ file, message: className ?? '' })),
      ...files('force-app/main/*/tabs/*.tab-meta.xml').map((file) => ({
        file,
        message: path.basename(file, '.tab-meta.xml'),
      })),
      ...files('force-app/main/*/pages/*.page').map((file) => ({ file, message: path.basename(file, '.page') })),
    ];
    return wanted
      .filter(({ message }) => !granted.has(message))
      .map(({ file, message }) => ({
        file,
        message: `${message} is granted by no permission set of a persona's group`,
      }));
  },
};

/** Names of classes, tabs and pages that a permission set of some group grants. */
function grantedToPersonas(): Set<string> {
  const groups = files('force-app/main/app/permissionsetgroups/*.permissionsetgroup-meta.xml').map(read).join('\n');
  const sets = new Set([...groups.matchAll(/<permissionSets>(\w+)</g)].map(([, name]) => name));
  const granted = files('force-app/main/*/permissionsets/*.permissionset-meta.xml')
    .filter((file) => sets.has(path.basename(file, '.permissionset-meta.xml')))
    .flatMap((file) => [...read(file).matchAll(/<(?:apexClass|apexPage|tab)>(\w+)</g)].map(([, name]) => name ?? ''));
  return new Set(granted);
}
