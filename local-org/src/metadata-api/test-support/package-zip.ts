/** Packages in metadata format, made in tests. */
import { writeZip } from '../../archive/write-zip.ts';

export type PackageFiles = Readonly<Record<string, string | Uint8Array>>;

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function zipOf(files: PackageFiles): Buffer {
  return writeZip(Object.entries(files).map(([path, data]) => ({ path, data: Buffer.from(data as string) })));
}

export function manifest(members: Readonly<Record<string, readonly string[]>>): string {
  const types = Object.entries(members).map(([type, names]) => {
    const listed = names.map((name) => `<members>${name}</members>`);
    return `<types>${listed.join('')}<name>${type}</name></types>`;
  });
  return `${HEAD}<Package ${NAMESPACE}>${types.join('')}<version>66.0</version></Package>`;
}

export function apexClass(name: string, body: string): Record<string, string> {
  return {
    [`classes/${name}.cls`]: body,
    [`classes/${name}.cls-meta.xml`]: `${HEAD}<ApexClass ${NAMESPACE}><apiVersion>66.0</apiVersion></ApexClass>`,
  };
}

export function object(parts: string): string {
  return `${HEAD}<CustomObject ${NAMESPACE}>\n${parts}\n</CustomObject>`;
}

export function newObject(label: string, parts = ''): string {
  return object(`<deploymentStatus>Deployed</deploymentStatus><label>${label}</label><pluralLabel>${label}s</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>
    ${parts}`);
}

export function textField(name: string): string {
  return `<fields><fullName>${name}</fullName><label>${name}</label><type>Text</type><length>20</length></fields>`;
}
