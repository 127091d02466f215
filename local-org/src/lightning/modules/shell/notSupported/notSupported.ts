/** What stands in for parts of the platform that the local org has not built: it fails when it is used, and says what it is. */
import { LightningElement } from 'lwc';

/** A value that can be imported as anything: every use of it throws. */
export function notSupported(feature: string): unknown {
  const fail = (): never => {
    throw new Error(`Not supported: ${feature}`);
  };
  class NotSupportedElement extends LightningElement {
    constructor() {
      super();
      fail();
    }
  }
  return new Proxy(NotSupportedElement, {
    get(target, name, receiver) {
      // What the engine asks of a component's class is answered; any other name is an export of the module.
      return typeof name === 'symbol' || name in target ? Reflect.get(target, name, receiver) : fail;
    },
    apply: fail,
  });
}
