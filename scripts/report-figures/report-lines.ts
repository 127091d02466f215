/** What a report answers through `jsforce`, as lines of text: a line for each group, subtotals and the total included. */
import type { Connection } from 'jsforce';

interface Group {
  readonly key: string;
  readonly label: string;
  readonly groupings: readonly Group[];
}

export interface RanReport {
  readonly factMap: Readonly<
    Record<
      string,
      {
        readonly aggregates: readonly { readonly label: string; readonly value: unknown }[];
        readonly rows?: readonly { readonly dataCells: readonly { readonly label: string }[] }[];
      }
    >
  >;
  readonly groupingsDown: { readonly groupings: readonly Group[] };
  readonly groupingsAcross: { readonly groupings: readonly Group[] };
  readonly reportExtendedMetadata: {
    readonly aggregateColumnInfo: Readonly<Record<string, { readonly label: string }>>;
  };
}

export async function runReport(connection: Connection, id: string): Promise<RanReport> {
  return (await connection.analytics.report(id).execute()) as unknown as RanReport;
}

/** `Advisory › Architect × May 2026: 28.00 | 50.0% | 1`; groups that nothing falls into are left out. */
export function linesOf({ factMap, groupingsDown, groupingsAcross }: RanReport): string[] {
  const across = labelled(groupingsAcross.groupings);
  return [...labelled(groupingsDown.groupings), ['T', 'Total'] as const].flatMap(([down, label]) =>
    [...across, ['T', ''] as const].flatMap(([beside, besideLabel]) => {
      const aggregates = factMap[`${down}!${beside}`]?.aggregates ?? [];
      const count = aggregates.at(-1)?.value;
      if (beside !== 'T' && (count === 0 || count === null)) return [];
      const name = besideLabel === '' ? label : `${label} × ${besideLabel}`;
      return `${name}: ${aggregates.map((one) => one.label).join(' | ')}`;
    }),
  );
}

function labelled(groups: readonly Group[], path: readonly string[] = []): (readonly [string, string])[] {
  return groups.flatMap((group) => {
    const labels = [...path, group.label];
    return [[group.key, labels.join(' › ')] as const, ...labelled(group.groupings, labels)];
  });
}
