/** Where a component lies in a package. */
import type { SourceComponent } from '../metadata/components.ts';
import { holderOf, typeOfDirectory } from '../metadata/metadata-types.ts';

/** Path by which results name the file at `path`: that of the code, not of its metadata. */
export function shownPath(path: string): string {
  const directory = path.slice(0, Math.max(0, path.indexOf('/')));
  return typeOfDirectory(directory)?.kind === 'code' ? path.replace(/-meta\.xml$/, '') : path;
}

/** Path of its file, without the `-meta.xml` of code; of a bundle that of its metadata. */
export function pathOf({ type, fullName, source }: SourceComponent): string {
  const holder = holderOf(type);
  if (holder === undefined) return source.file;
  const { directory, suffix } = holder;
  if (holder.kind === 'bundle') return `${directory}/${fullName}/${source.file.replace(/.*[\\/]/, '')}`;
  if (holder.folderType === type) return `${directory}/${fileName(fullName)}-meta.xml`;
  if (holder.name === 'CustomLabels') return `${directory}/CustomLabels.labels`;
  const name = holder.name === type ? fullName : fullName.split('.')[0];
  return `${directory}/${fileName(name)}.${suffix}`;
}

/** Characters that file systems refuse are escaped. */
function fileName(name: string): string {
  return name.replace(/[%()<>:"\\|?*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
