/** Which methods of a program are tests ("Apex Test Class", "IsTest Annotation", "TestSetup Annotation"; Apex Developer Guide). */
import type { RuntimeClass, RuntimeMethod } from '../runtime/index.ts';
import type { Program } from '../runtime/program.ts';

export interface TestClass {
  readonly runtimeClass: RuntimeClass;
  /** `@TestSetup` methods, in order of the source. */
  readonly setup: readonly RuntimeMethod[];
  readonly tests: readonly RuntimeMethod[];
  /** `@IsTest(SeeAllData=true)` on the class or on one of the tests. */
  readonly seesAllData: boolean;
}

export interface TestFilter {
  /** Names of classes, in any case; all when absent. */
  readonly classes?: readonly string[];
  /** `Class.method`, in any case; all of the classes when absent. */
  readonly methods?: readonly string[];
}

/** Classes that have tests, sorted by name. */
export function discoverTests(program: Program, filter: TestFilter = {}): TestClass[] {
  const wanted = wantedNames(filter);
  const found: TestClass[] = [];
  for (const runtimeClass of program.classes()) {
    const tests = runtimeClass.methods.filter(
      (method) => isTest(method) && wanted(runtimeClass.name.toLowerCase(), method.name.toLowerCase()),
    );
    if (tests.length === 0) continue;
    const setup = runtimeClass.methods.filter((method) => hasAnnotation(method, 'testsetup'));
    const seesAllData = [runtimeClass, ...tests].some(saysSeeAllData);
    found.push({ runtimeClass, setup, tests, seesAllData });
  }
  return found.sort((left, right) => (left.runtimeClass.name < right.runtimeClass.name ? -1 : 1));
}

/** Whether `@IsTest(SeeAllData=true)` stands on the class or method. */
export function saysSeeAllData({ annotations }: Pick<RuntimeMethod, 'annotations'>): boolean {
  return annotations.some(({ name, values }) => name === 'istest' && values.get('seealldata') === true);
}

function isTest(method: RuntimeMethod): boolean {
  return method.static && method.parameters.length === 0 && hasAnnotation(method, 'istest');
}

function hasAnnotation(method: RuntimeMethod, name: string): boolean {
  return method.annotations.some((annotation) => annotation.name === name);
}

function wantedNames({ classes, methods }: TestFilter): (className: string, method: string) => boolean {
  if (classes === undefined && methods === undefined) return () => true;
  const classNames = new Set((classes ?? []).map((name) => name.toLowerCase()));
  const methodNames = new Set((methods ?? []).map((name) => name.toLowerCase()));
  return (className, method) => classNames.has(className) || methodNames.has(`${className}.${method}`);
}
