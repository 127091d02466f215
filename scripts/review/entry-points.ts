/** What can start Apex of the package from outside: read off its syntax. */
import path from 'node:path';
import type { ClassDeclaration, MethodDeclaration, TypeNode } from '../../local-org/src/apex/ast/nodes.ts';
import { parseClass, parseTrigger } from '../../local-org/src/apex/parse/parse.ts';
import { files, read } from '../checks/check.ts';

export interface EntryPoint {
  /** `Class.method`, a class that the platform calls by its interface, or a trigger. */
  readonly name: string;
  /** The class whose access is needed; absent for a trigger. */
  readonly className?: string;
  /** How it is reached, as `@AuraEnabled` or `Queueable`. */
  readonly reachedBy: string;
  /** `with sharing` and its like; a trigger has what its handler has. */
  readonly sharing: string;
  readonly file: string;
}

const ANNOTATIONS = byLowerCase([
  'AuraEnabled',
  'InvocableMethod',
  'RemoteAction',
  'Future',
  'HttpGet',
  'HttpPost',
  'HttpPut',
  'HttpPatch',
  'HttpDelete',
]);
const INTERFACES = byLowerCase([
  'Schedulable',
  'Queueable',
  'Finalizer',
  'Database.Batchable',
  'Messaging.InboundEmailHandler',
  'Callable',
]);

export function entryPoints(): EntryPoint[] {
  const classes = files('force-app/main/*/classes/**/*.cls').flatMap(ofClassFile);
  const triggers = files('force-app/main/*/triggers/**/*.trigger').map(ofTriggerFile);
  return [...classes, ...ofPages(), ...triggers].sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

function ofClassFile(file: string): EntryPoint[] {
  const parsed = parseClass(read(file), file);
  if (parsed.error !== undefined) throw new Error(`${file}: ${parsed.error.message}`);
  return parsed.tree.kind === 'class' ? ofClass(parsed.tree, parsed.tree.name, file) : [];
}

function ofClass(declaration: ClassDeclaration, topClass: string, file: string): EntryPoint[] {
  const sharing = declaration.modifiers.words.find((word) => word.endsWith('sharing')) ?? 'as its caller';
  const name = declaration.name === topClass ? topClass : `${topClass}.${declaration.name}`;
  const point = (suffix: string, reachedBy: string): EntryPoint => ({
    name: `${name}${suffix}`,
    className: topClass,
    reachedBy,
    sharing,
    file,
  });
  const byInterface = declaration.implements.flatMap((type) => INTERFACES.get(typeName(type)) ?? []);
  const byMethod = declaration.members
    .filter((member): member is MethodDeclaration => member.kind === 'method')
    .flatMap((method) => {
      const how = howReached(method);
      return how === undefined ? [] : [point(`.${method.name}`, how)];
    });
  const inner = declaration.members
    .filter((member): member is ClassDeclaration => member.kind === 'class')
    .flatMap((member) => ofClass(member, topClass, file));
  return [...byInterface.map((reachedBy) => point('', reachedBy)), ...byMethod, ...inner];
}

function howReached(method: MethodDeclaration): string | undefined {
  const { annotations, words } = method.modifiers;
  const [annotation] = annotations.flatMap((one) => ANNOTATIONS.get(one.name.toLowerCase()) ?? []);
  if (annotation !== undefined) return `@${annotation}`;
  return words.find((word) => word === 'webservice' || word === 'global');
}

function typeName(type: TypeNode): string {
  return type.name.toLowerCase();
}

function ofTriggerFile(file: string): EntryPoint {
  const parsed = parseTrigger(read(file), file);
  if (parsed.error !== undefined) throw new Error(`${file}: ${parsed.error.message}`);
  return { name: parsed.tree.name, reachedBy: `trigger on ${parsed.tree.object}`, sharing: 'as its actions', file };
}

/** Controllers of Visualforce pages. */
function ofPages(): EntryPoint[] {
  return files('force-app/main/*/pages/*.page').flatMap((file) => {
    const controllers = [...read(file).matchAll(/\b(?:controller|extensions)\s*=\s*"([^"]+)"/g)].flatMap(([, names]) =>
      (names ?? '').split(','),
    );
    return controllers.flatMap((controller) => {
      const [classFile] = files(`force-app/main/*/classes/**/${controller.trim()}.cls`);
      if (classFile === undefined) return [];
      const parsed = parseClass(read(classFile), classFile);
      if (parsed.error !== undefined || parsed.tree.kind !== 'class') return [];
      const sharing = parsed.tree.modifiers.words.find((word) => word.endsWith('sharing')) ?? 'as its caller';
      return [
        {
          name: parsed.tree.name,
          className: parsed.tree.name,
          reachedBy: `page ${path.basename(file, '.page')}`,
          sharing,
          file: classFile,
        },
      ];
    });
  });
}

function byLowerCase(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
