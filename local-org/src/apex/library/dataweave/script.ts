/** DataWeave.Script and DataWeave.Result ("DataWeave Namespace", Apex Reference Guide), and the class of each script. */
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported } from '../../../schema/errors.ts';
import { LibraryObject, stringOf, throwApex, type ApexMap } from '../../runtime/index.ts';
import { libraryClass, type LibraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { readInput } from './read.ts';
import { parseScript, type Expression, type Script } from './syntax.ts';
import type { DwValue } from './values.ts';
import { writeOutput } from './write.ts';

export interface ScriptSource {
  readonly name: string;
  readonly source: string;
  readonly file: string;
}

class ScriptValue extends LibraryObject {
  readonly typeName: string;
  readonly source: ScriptSource;
  private parsed: Script | undefined;

  constructor(typeName: string, source: ScriptSource) {
    super();
    this.typeName = typeName;
    this.source = source;
  }

  execute(parameters: ApexMap<string>): ResultValue {
    const script = (this.parsed ??= parseScript(this.source.source, this.source.file));
    const scope = new Map<string, DwValue>();
    for (const [name, format] of script.inputs) scope.set(name, readInput(parameters.get(name), format));
    for (const { name, value } of script.definitions) scope.set(name, lazily(value, scope));
    return new ResultValue(writeOutput(evaluate(script.body, scope), script.output.mime));
  }
}

/** Functions see all definitions, also those below. */
function lazily(value: Expression, scope: Scope): DwValue {
  if (value.kind !== 'lambda') return evaluate(value, scope);
  return (...args) => (evaluate(value, scope) as (...given: DwValue[]) => DwValue)(...args);
}

class ResultValue extends LibraryObject {
  readonly typeName = 'DataWeave.Result';
  readonly value: unknown;

  constructor(value: unknown) {
    super();
    this.value = value;
  }
}

const SCRIPT = 'DataWeave.Script';
const sourcesOfScripts = new WeakMap<object, ReadonlyMap<string, ScriptSource>>();

function createScript(name: string | null): ScriptValue {
  const wanted = required(name, 1);
  const source = sourcesOfScripts.get(currentTransaction().org.schema)?.get(wanted.toLowerCase());
  if (source === undefined) {
    throwApex('System.DataWeaveScriptException', `Script with name ${wanted} not found`);
  }
  return new ScriptValue(SCRIPT, source);
}

export const dataWeaveNamespace: readonly LibraryClass[] = [
  libraryClass(SCRIPT, {
    'static DataWeave.Script createScript(String scriptName)': createScript,
    'static DataWeave.Script createScript(String namespace, String scriptName)': (
      _namespace: string | null,
      name: string | null,
    ) => createScript(name),
    'DataWeave.Result execute(Map<String, Object> parameters)': (
      self: ScriptValue,
      parameters: ApexMap<string> | null,
    ) => self.execute(required(parameters, 1)),
  }),
  libraryClass('DataWeave.Result', {
    'Object getValue()': ({ value }: ResultValue) => value,
    'String getValueAsString()': ({ value }: ResultValue) => stringOf(value),
  }),
];

/** Code that names a script with more of the language than is built does not compile. */
function isReadable({ source, file }: ScriptSource): boolean {
  try {
    parseScript(source, file);
    return true;
  } catch (error) {
    if (error instanceof NotSupported) return false;
    throw error;
  }
}

/** `DataWeaveScriptResource.name` for each script of the project ("DataWeave in Apex", Apex Developer Guide). */
export function scriptClasses(scripts: readonly ScriptSource[], schema: object): LibraryClass[] {
  sourcesOfScripts.set(schema, new Map(scripts.map((source) => [source.name.toLowerCase(), source])));
  return scripts.filter(isReadable).map((source) => {
    const typeName = `DataWeaveScriptResource.${source.name}`;
    return libraryClass(
      typeName,
      { [`${source.name}()`]: () => new ScriptValue(typeName, source) },
      { extends: SCRIPT },
    );
  });
}
