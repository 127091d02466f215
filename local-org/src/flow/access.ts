import type { CompiledFlow } from './compiled-flow.ts';
import type { FlowAccess } from './flow-run.ts';

const ACCESS: Readonly<Record<string, FlowAccess>> = {
  SystemModeWithSharing: { mode: 'system', sharing: true },
  UserMode: { mode: 'user', sharing: true },
};

/**
 * With whose rights a flow runs by itself. Triggered flows, and flows that Apex starts, run in system context without
 * sharing unless they say otherwise ("Run Context of Flows" in the Salesforce help).
 */
export function accessOf(flow: CompiledFlow): FlowAccess {
  return ACCESS[flow.runInMode] ?? { mode: 'system', sharing: false };
}
