import type { XmlElement } from '../../metadata/xml.ts';
import type { StepElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';

/** Kinds of elements that are not built: screens need a page, waits an event, and so on. A flow that reaches one says so. */
export function compileUnbuilt(compiler: FlowCompiler): StepElement[] {
  const { definition } = compiler;
  const elements: readonly XmlElement[] = [
    ...definition.screens,
    ...definition.waits,
    ...definition.transforms,
    ...definition.steps,
    ...definition.orchestratedStages,
    ...definition.apexPluginCalls,
    ...definition.dataLookups,
    ...definition.experiments,
    ...definition.collectionFilterCriteria,
  ];
  const unbuilt = elements.map((element) => ({ kind: element.name, name: nameOf(element), line: element.line }));
  for (const { name, source } of definition.recordRollbacks) {
    unbuilt.push({ kind: 'recordRollbacks', name, line: source.line });
  }
  return unbuilt.map(({ kind, name, line }) => ({
    kind: 'step',
    name,
    run: () => {
      throw compiler.notSupported(`flow element ${kind}`, { file: definition.source.file, line });
    },
  }));
}

function nameOf(element: XmlElement): string {
  return element.children.find(({ name }) => name === 'name')?.text.trim() ?? '';
}
