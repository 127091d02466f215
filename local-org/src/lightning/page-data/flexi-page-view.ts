/** A Lightning page as the browser draws it. */
import type { UiApiContext } from '../../api/ui-api/context.ts';
import type { FlexiPageSource } from '../../metadata/readers/flexi-page.ts';
import { designValues } from './design-attributes.ts';
import { visibilityView, type VisibilityView } from './visibility.ts';

type Region = FlexiPageSource['flexiPageRegions'][number];
type ItemInstance = Region['itemInstances'][number];

/** Of a project's component in the type its design attribute has, else text. */
export type PropertyValue = string | number | boolean | readonly string[];

export interface PageItem {
  readonly key: string;
  readonly kind: 'component' | 'field';
  /** Component (`force:detailPanel`, `myComponent`) or field (`Record.Name`). */
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly visibility: VisibilityView | null;
  /** File and line, for what is not supported. */
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
  readonly objectApiName: string | null;
  readonly regions: readonly PageRegion[];
}

/** The page of this name; undefined when the project has none. */
export function flexiPageView(context: UiApiContext, name: string): PageView | undefined {
  const page = context.org.metadata.flexiPages.get(name);
  if (page === undefined) return undefined;
  return {
    name,
    label: page.masterLabel,
    type: page.type,
    template: page.template.name,
    objectApiName: page.sobjectType ?? null,
    regions: page.flexiPageRegions.map((region) => ({
      name: region.name,
      isFacet: region.type === 'Facet',
      items: region.itemInstances.flatMap((item, index) => itemView(context, item, `${region.name}-${index}`) ?? []),
    })),
  };
}

function itemView(
  context: UiApiContext,
  { componentInstance, fieldInstance }: ItemInstance,
  key: string,
): PageItem | undefined {
  if (componentInstance !== undefined) {
    const { componentName, componentInstanceProperties, visibilityRule, source } = componentInstance;
    return {
      key,
      kind: 'component',
      name: componentName,
      properties: designValues(context, componentName, propertiesOf(componentInstanceProperties)),
      visibility: visibilityView(context, visibilityRule),
      where: `${source.file}:${source.line}`,
    };
  }
  if (fieldInstance === undefined) return undefined;
  const { fieldItem, fieldInstanceProperties, visibilityRule, source } = fieldInstance;
  return {
    key,
    kind: 'field',
    name: fieldItem,
    properties: propertiesOf(fieldInstanceProperties),
    visibility: visibilityView(context, visibilityRule),
    where: `${source.file}:${source.line}`,
  };
}

interface Property {
  readonly name: string | undefined;
  readonly value: string | undefined;
  readonly valueList?: { readonly valueListItems: readonly { readonly value: string | undefined }[] } | undefined;
}

function propertiesOf(properties: readonly Property[]): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    properties.flatMap(({ name, value, valueList }) => {
      if (name === undefined) return [];
      const content = valueList?.valueListItems.flatMap((item) => item.value ?? []) ?? value;
      return content === undefined ? [] : [[name, content]];
    }),
  );
}
