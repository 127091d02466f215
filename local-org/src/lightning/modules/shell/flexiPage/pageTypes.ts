/** A Lightning page as the org describes it, and what its components share. */
import type { RecordEditor } from '../recordEditor/recordEditor.ts';
import type { Layout } from '../records/types.ts';
import type { Visibility } from './visibility.ts';

export interface PageItem {
  readonly key: string;
  readonly kind: 'component' | 'field';
  readonly name: string;
  readonly properties: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly visibility: Visibility | null;
  readonly where: string;
}

export interface PageRegion {
  readonly name: string;
  readonly isFacet: boolean;
  readonly items: readonly PageItem[];
}

export interface PageView {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly template: string;
  readonly regions: readonly PageRegion[];
}

export interface RecordAction {
  readonly actionTarget: string | null;
  readonly actionTargetType: string | null;
  readonly apiName: string;
  readonly label: string;
  readonly subtype: string | null;
  readonly targetObject: string | null;
  readonly type: string;
}

export interface RecordPageInfo {
  readonly recordId: string;
  readonly objectApiName: string;
  readonly label: string;
  readonly nameField: string | null;
  readonly iconName: string;
  readonly page: PageView | null;
  readonly compactLayout: Layout;
  readonly actions: readonly RecordAction[];
  readonly mayEdit: boolean;
  readonly approval: { readonly decide: string | null; readonly recall: string | null };
  readonly isLocked: boolean;
  readonly lockMessage: string | null;
}

/** What every component of a page may use. */
export interface PageContext {
  readonly page: PageView;
  /** Of a record page. */
  readonly record: RecordPageInfo | undefined;
  readonly editor: RecordEditor | undefined;
}

export function facet(context: PageContext, name: unknown): readonly PageItem[] {
  return context.page.regions.find((region) => region.name === name)?.items ?? [];
}

/** A property as text; empty when the page does not set it. */
export function text(item: PageItem, name: string): string {
  const value = item.properties[name];
  return value === undefined || typeof value === 'object' ? '' : String(value);
}

/** A property as a list; a single value is a list of one. */
export function list(item: PageItem, name: string): readonly string[] {
  const value = item.properties[name];
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}
