/** Which names in an archive stay below the folder it is unpacked into, on every system. */
import { ZipError } from './zip-error.ts';

/** Throws `ZipError` for a path that is absolute, climbs, or means something else to another system. */
export function requireSafePath(path: string): void {
  const isStrange = /[\u0000-\u001f\u007f\\:]/.test(path);
  const isOutside = path.split('/').some((part) => part === '' || part === '.' || part === '..');
  if (isStrange || isOutside) throw new ZipError(`The zip file has an entry with an illegal path: ${shown(path)}`);
}

function shown(path: string): string {
  return JSON.stringify(path.slice(0, 200));
}
