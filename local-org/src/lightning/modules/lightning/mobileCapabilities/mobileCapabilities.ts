/** Capabilities of the Salesforce mobile app: none is there in a browser. */

interface Capability {
  isAvailable(): boolean;
}

const absent: Capability = { isAvailable: () => false };

export const getBarcodeScanner = (): Capability => absent;
export const getBiometricsService = (): Capability => absent;
export const getCalendarService = (): Capability => absent;
export const getContactsService = (): Capability => absent;
export const getLocationService = (): Capability => absent;
export const getNfcService = (): Capability => absent;
