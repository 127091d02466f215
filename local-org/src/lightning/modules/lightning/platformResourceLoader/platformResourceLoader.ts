/** `lightning/platformResourceLoader`: scripts and styles from static resources, each loaded once. */

const loaded = new Map<string, Promise<void>>();

function load(url: string, create: () => HTMLScriptElement | HTMLLinkElement): Promise<void> {
  let pending = loaded.get(url);
  if (pending === undefined) {
    pending = new Promise((resolve, reject) => {
      const element = create();
      element.onload = () => resolve();
      element.onerror = () => {
        loaded.delete(url);
        reject(new Error(`${url} could not be loaded`));
      };
      document.head.append(element);
    });
    loaded.set(url, pending);
  }
  return pending;
}

export function loadScript(_component: unknown, url: string): Promise<void> {
  return load(url, () => Object.assign(document.createElement('script'), { src: url }));
}

export function loadStyle(_component: unknown, url: string): Promise<void> {
  return load(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}
