/** An SFDX project in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { objectFiles } from '../../automation/test-support/metadata.ts';

export class ProjectFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'project-'));

  constructor(files: Readonly<Record<string, string>> = {}) {
    const settings = { packageDirectories: [{ path: 'src', default: true }], sourceApiVersion: '66.0' };
    writeFileSync(path.join(this.path, 'sfdx-project.json'), JSON.stringify(settings));
    for (const [file, text] of Object.entries({ ...sampleFiles, ...files })) this.write(file, text);
  }

  write(file: string, text: string): void {
    const target = path.join(this.path, 'src', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    if (/\.(cls|trigger)$/.test(file)) {
      const type = file.endsWith('.cls') ? 'ApexClass' : 'ApexTrigger';
      writeFileSync(`${target}-meta.xml`, `<${type}><apiVersion>66.0</apiVersion><status>Active</status></${type}>`);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

const sampleFiles = {
  ...objectFiles('Crate__c', { fields: { Size__c: { type: 'Number', precision: 6, scale: 0 } } }),
  'classes/Crates.cls': `public class Crates {
    public static Integer doubled(Integer size) {
      if (size == null) {
        return 0;
      }
      return size * 2;
    }
  }`,
  'classes/CratesTest.cls': `@IsTest
  private class CratesTest {
    @IsTest static void shouldDouble() {
      insert new Crate__c(Name = 'A', Size__c = 4);
      Assert.areEqual(8, Crates.doubled([SELECT Size__c FROM Crate__c].Size__c.intValue()));
    }
  }`,
};
