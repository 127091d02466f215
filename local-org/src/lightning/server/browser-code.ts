/** The two prebuilt halves of the browser code. */
import { buildShell } from '../build/shell.ts';
import { buildVendor, type BuiltHalf } from '../build/vendor.ts';

export class BrowserCode {
  readonly vendor: BuiltHalf;
  private latestShell: BuiltHalf;

  private constructor(vendor: BuiltHalf, shell: BuiltHalf) {
    this.vendor = vendor;
    this.latestShell = shell;
  }

  static async build(report: (text: string) => void): Promise<BrowserCode> {
    const vendor = await buildVendor(report);
    return new BrowserCode(vendor, await buildShell(report));
  }

  get shell(): BuiltHalf {
    return this.latestShell;
  }

  /** Builds the app's half again when its sources have changed, for those who work on it. */
  async refresh(): Promise<void> {
    this.latestShell = await buildShell(() => undefined);
  }
}
