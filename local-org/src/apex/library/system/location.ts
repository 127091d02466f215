/** System.Location ("Location Class", Apex Reference Guide). */
import type { Decimal } from '../../../schema/values/index.ts';
import { LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export class LocationValue extends LibraryObject {
  readonly typeName = 'System.Location';
  readonly latitude: number;
  readonly longitude: number;

  constructor(latitude: number, longitude: number) {
    super();
    this.latitude = latitude;
    this.longitude = longitude;
  }
}

/** Mean radius of the earth. */
const EARTH_RADIUS: Readonly<Record<string, number>> = { km: 6371.0088, mi: 3958.7613 };

/** Along the great circle, as the haversine formula gives it. */
export function distanceBetween(from: LocationValue, to: LocationValue, unit: string): number {
  const radius = EARTH_RADIUS[unit.toLowerCase()];
  if (radius === undefined) throwApex('System.InvalidParameterValueException', `Invalid unit: ${unit}`);
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const haversine =
    Math.sin(radians(to.latitude - from.latitude) / 2) ** 2 +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * radius * Math.asin(Math.sqrt(haversine));
}

export const locationClass = libraryClass('System.Location', {
  'Double latitude {get}': { get: (self: LocationValue) => self.latitude },
  'Double longitude {get}': { get: (self: LocationValue) => self.longitude },
  'Double getLatitude()': (self: LocationValue) => self.latitude,
  'Double getLongitude()': (self: LocationValue) => self.longitude,
  ...refusingNulls({
    'static System.Location newInstance(Decimal latitude, Decimal longitude)': (
      latitude: Decimal,
      longitude: Decimal,
    ) => new LocationValue(latitude.toNumber(), longitude.toNumber()),
    'static Double getDistance(System.Location firstLocation, System.Location secondLocation, String unit)':
      distanceBetween,
    'Double getDistance(System.Location toLocation, String unit)': distanceBetween,
  }),
});
