/** The LWC compiler as a rollup plugin. */
import plugin from '@lwc/rollup-plugin';

/** The package's types describe its CommonJS form; Node loads the ES module, whose default export is the plugin itself. */
export const lwc = plugin as unknown as typeof plugin.default;

/** Lets `import()` take a name that is only known at run time ("Dynamically Instantiate Components" in the LWC guide). */
export const ANY_SPECIFIER = { loader: '', strictSpecifier: false };
