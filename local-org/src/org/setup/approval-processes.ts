/** ProcessDefinition and ProcessNode rows: approval processes and their steps (Object Reference). */
import {
  developerNameOf,
  objectNameOf,
  processDefinitionId,
  processNodeId,
} from '../../automation/approvals/definition.ts';
import type { Metadata } from '../../metadata/metadata.ts';
import type { Schema } from '../../schema/model.ts';
import type { RowSync } from './sync-rows.ts';

export function syncApprovalProcesses(rows: RowSync, schema: Schema, metadata: Metadata): void {
  const processes = [...metadata.approvalProcesses.values()];
  rows.sync(
    'ProcessDefinition',
    processes.map((process) => ({
      name: process.fullName,
      id: processDefinitionId(schema, process.fullName),
      values: {
        Name: process.label,
        DeveloperName: developerNameOf(process.fullName),
        Type: 'Approval',
        Description: process.description ?? null,
        TableEnumOrId: objectNameOf(process.fullName),
        LockType: process.recordEditability === 'AdminOnly' ? 'Total' : 'Node',
        State: process.active ? 'Active' : 'Inactive',
      },
    })),
  );
  rows.sync(
    'ProcessNode',
    processes.flatMap((process) =>
      process.approvalStep.map((step) => ({
        name: `${process.fullName}.${step.name}`,
        id: processNodeId(schema, process.fullName, step.name),
        values: {
          Name: step.label,
          DeveloperName: step.name,
          ProcessDefinitionId: processDefinitionId(schema, process.fullName),
          Description: step.description ?? null,
        },
      })),
    ),
  );
}
