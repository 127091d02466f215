/** A process that deploys an object and a class that uses it again and again, and says so after the first, until it is killed. */
import { OpenOrg } from '../../org/test-support/open-org.ts';
import { deploy } from '../deploy.ts';
import { apexClass, manifest, newObject, textField, zipOf } from './package-zip.ts';

const org = new OpenOrg({}, { database: process.argv[2] });
const options = {
  allowMissingFiles: false,
  checkOnly: false,
  ignoreWarnings: false,
  rollbackOnError: true,
  singlePackage: true,
  testLevel: 'NoTestRun',
  runTests: [],
} as const;
for (let round = org.org.components().size; ; round++) {
  const name = `Num${round}`;
  const body = `public class ${name} { public static String answer() { return String.valueOf(${name}__c.Tag__c.getDescribe().getSObjectType()); } }`;
  const zip = zipOf({
    'package.xml': manifest({ ApexClass: [name], CustomObject: [`${name}__c`] }),
    [`objects/${name}__c.object`]: newObject(name, textField('Tag__c')),
    ...apexClass(name, body),
  });
  const { status } = deploy(org.org, zip, options, () => []);
  process.stdout.write(`${status}\n`);
}
