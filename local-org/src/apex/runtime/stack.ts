/**
 * Stack traces of Apex, read from JavaScript's own. Generated code keeps nothing while it runs: each compiled unit is a
 * script of its own whose name and line numbers lead back to the Apex source (see `compile/class-code.ts`).
 */

/** One frame of an Apex stack trace. */
export interface StackFrame {
  /** `Class.Foo.bar`, `Trigger.FooTrigger`, `AnonymousBlock`. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** A compiled script: how its JavaScript lines and function names lead back to Apex. */
export interface ScriptMap {
  readonly file: string;
  /** Apex line of each JavaScript line (from line 1); 0 where there is none. */
  readonly lines: readonly number[];
  /** Name of the frame for a generated function. */
  frameName(functionName: string): string;
}

const scripts = new Map<string, ScriptMap>();

/** Makes a compiled script known under the name it is evaluated with. */
export function registerScript(scriptName: string, map: ScriptMap): void {
  scripts.set(scriptName, map);
}

/** Apex traces are as deep as calls are; JavaScript's default of 10 frames would cut them. */
const maximumFrames = 200;

/** Remembers the current stack; the result resolves it, once, when somebody asks. */
export function captureFrames(): () => readonly StackFrame[] {
  const holder: { stack?: unknown } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = maximumFrames;
  Error.captureStackTrace(holder, captureFrames);
  Error.stackTraceLimit = limit;
  let frames: readonly StackFrame[] | undefined;
  return () => (frames ??= parseStack(String(holder.stack)));
}

const frameLine = /^\s+at (?:(?:async )?(?:new )?([^\s(]+)(?: \[as [^\]]+\])? \()?(.*):(\d+):\d+\)?$/;

/** The Apex frames among those of a JavaScript stack text. */
export function parseStack(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const text of stack.split('\n')) {
    const match = frameLine.exec(text);
    if (match === null) continue;
    const script = scripts.get(match[2]);
    if (script === undefined) continue;
    const line = script.lines[Number(match[3]) - 1] ?? 0;
    if (line === 0) continue;
    const name = match[1] ?? '';
    frames.push({ name: script.frameName(name.slice(name.lastIndexOf('.') + 1)), file: script.file, line });
  }
  return frames;
}

/** As `Exception.getStackTraceString` shows it. */
export function formatFrames(frames: readonly StackFrame[]): string {
  return frames.map((frame) => `${frame.name}: line ${frame.line}, column 1`).join('\n');
}
