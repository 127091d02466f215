/** Apps, tabs, Lightning pages and quick actions name components, pages, lists and fields. */
import { designAttributes } from '../lightning/page-data/design-attributes.ts';
import type { FlexiPageSource } from '../metadata/readers/flexi-page.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { Catalogue, Place } from './catalogue.ts';

export function checkPages(catalogue: Catalogue): void {
  const { metadata } = catalogue;
  for (const app of metadata.applications.values()) {
    for (const name of app.tabs) catalogue.tab(app, name);
    for (const override of [...app.actionOverrides, ...app.profileActionOverrides]) {
      checkOverridden(catalogue, override, override.pageOrSobjectType);
      if (override.type?.toLowerCase() === 'flexipage' && override.content !== undefined) {
        catalogue.component(override, 'Lightning page', metadata.flexiPages, override.content);
      }
    }
    if (app.utilityBar !== undefined) {
      catalogue.component(app, 'Lightning page', metadata.flexiPages, app.utilityBar);
    }
  }
  for (const tab of metadata.tabs.values()) {
    if (tab.customObject === true) catalogue.object(tab, tab.fullName);
    if (tab.lwcComponent !== undefined) {
      catalogue.component(tab, 'Component', metadata.lwcBundles, tab.lwcComponent);
    }
    if (tab.flexiPage !== undefined) {
      catalogue.component(tab, 'Lightning page', metadata.flexiPages, tab.flexiPage);
    }
    if (tab.page !== undefined) catalogue.component(tab, 'Page', metadata.pages, tab.page);
  }
  for (const action of metadata.quickActions.values()) {
    if (action.lightningWebComponent !== undefined) {
      catalogue.component(action, 'Component', metadata.lwcBundles, action.lightningWebComponent);
    }
    if (action.flowDefinition !== undefined) {
      catalogue.component(action, 'Flow', metadata.flows, action.flowDefinition);
    }
    if (action.page !== undefined) catalogue.component(action, 'Page', metadata.pages, action.page);
  }
  for (const page of metadata.flexiPages.values()) checkFlexiPage(catalogue, page);
}

/** The object whose pages are replaced, or a page of the platform (`standard-home`). */
function checkOverridden(catalogue: Catalogue, place: Place, name: string): void {
  if (!name.startsWith('standard-')) catalogue.object(place, name);
}

function checkFlexiPage(catalogue: Catalogue, page: FlexiPageSource): void {
  const object = page.sobjectType === undefined ? undefined : catalogue.object(page, page.sobjectType);
  const facets = new Set(page.flexiPageRegions.map((region) => region.name));
  for (const item of page.flexiPageRegions.flatMap((region) => region.itemInstances)) {
    const { componentInstance: component, fieldInstance: field } = item;
    if (field !== undefined && object !== undefined) {
      catalogue.field(field, object, field.fieldItem.replace(/^Record\./, ''));
    }
    if (component !== undefined) checkComponent(catalogue, component, object, facets);
    // Items of a utility bar have a size, an icon and the like, whatever they are.
    if (component !== undefined && page.type !== 'UtilityBar') checkAttributes(catalogue, component);
    for (const rule of [component?.visibilityRule, field?.visibilityRule]) checkVisibility(catalogue, rule, object);
  }
}

type Component = NonNullable<FlexiPageSource['flexiPageRegions'][number]['itemInstances'][number]['componentInstance']>;

/** Properties of the platform's components that name a region of the page. */
const FACET_PROPERTIES = new Set(['body', 'tabs', 'columns']);

function checkComponent(
  catalogue: Catalogue,
  component: Component,
  object: ObjectSchema | undefined,
  facets: ReadonlySet<string>,
): void {
  const own = nameOf(component);
  if (!own.includes(':')) {
    catalogue.component(component, 'Component', catalogue.metadata.lwcBundles, own);
    return;
  }
  const property = (name: string) =>
    component.componentInstanceProperties.find((one) => one.name === name)?.value ?? undefined;
  for (const { name, value } of component.componentInstanceProperties) {
    if (name !== undefined && value !== undefined && FACET_PROPERTIES.has(name) && !facets.has(value)) {
      catalogue.missing(component, `Region ${value}`);
    }
  }
  const relatedList = property('relatedListApiName');
  const parentField = property('parentFieldApiName');
  if (parentField !== undefined) catalogue.qualifiedField(component, parentField);
  const isOwnList = parentField?.endsWith('.Id') ?? true;
  if (relatedList !== undefined && object !== undefined && isOwnList && /__r$/.test(relatedList)) {
    const known = object.childRelationships.some((child) => child.relationshipName === relatedList);
    if (!known) catalogue.missing(component, `Related list ${relatedList} of ${object.name}`);
  }
  checkListView(catalogue, component, property('entityName'), property('filterName'));
  const { dashboards, reports } = catalogue.metadata;
  const inFolder = (known: Iterable<string>, name: string) => [...known].some((one) => one.endsWith(`/${name}`));
  const dashboard = property('dashboardName');
  if (dashboard !== undefined && !inFolder(dashboards.keys(), dashboard)) {
    catalogue.missing(component, `Dashboard ${dashboard}`);
  }
  const report = property('reportName');
  if (report !== undefined && !inFolder(reports.keys(), report)) catalogue.missing(component, `Report ${report}`);
}

/** Components of the project have no namespace, or `c`. */
function nameOf({ componentName }: Component): string {
  return componentName.replace(/^c:/, '');
}

/** A page sets what the component declares as design attributes only. */
function checkAttributes(catalogue: Catalogue, component: Component): void {
  const name = nameOf(component);
  const bundle = catalogue.metadata.lwcBundles.get(name);
  if (bundle === undefined) return;
  const declared = new Set(designAttributes(bundle.meta.targetConfigs).map(({ attributes }) => attributes.name));
  for (const property of component.componentInstanceProperties) {
    if (property.name !== undefined && !declared.has(property.name)) {
      catalogue.missing(property, `Design attribute ${property.name} of ${name}`);
    }
  }
}

function checkListView(
  catalogue: Catalogue,
  component: Component,
  objectName: string | undefined,
  view: string | undefined,
): void {
  if (objectName === undefined || view === undefined) return;
  const object = catalogue.object(component, objectName);
  const views = catalogue.metadata.objects.get(objectName)?.listViews;
  if (object === undefined || view.startsWith('__') || views === undefined) return;
  catalogue.component(component, `List view of ${objectName}`, views, view);
}

function checkVisibility(
  catalogue: Catalogue,
  rule: Component['visibilityRule'],
  object: ObjectSchema | undefined,
): void {
  for (const criterion of rule?.criteria ?? []) {
    const path = /^\{!\s*(.+?)\s*\}$/.exec(criterion.leftValue)?.[1] ?? criterion.leftValue;
    const [, fieldPath] = /^Record\.(.+)$/i.exec(path) ?? [];
    if (fieldPath !== undefined && object !== undefined) catalogue.field(criterion, object, fieldPath);
    const [, permission] = /^\$Permission\.CustomPermission\.(\w+)$/i.exec(path) ?? [];
    if (permission !== undefined) {
      catalogue.component(criterion, 'Custom permission', catalogue.metadata.customPermissions, permission);
    }
  }
}
