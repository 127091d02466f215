/** System.Cookie ("Cookie Class", Apex Reference Guide). */
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass, type Behaviour } from '../define.ts';

export class CookieValue extends LibraryObject {
  readonly typeName = 'System.Cookie';
  readonly name: string | null;
  readonly value: string | null;
  readonly path: string | null;
  readonly maxAge: number | null;
  readonly secure: boolean;
  readonly sameSite: string | null;
  readonly httpOnly: boolean;

  constructor(
    name: string | null,
    value: string | null,
    path: string | null,
    maxAge: number | null,
    secure: boolean | null,
    sameSite: string | null = null,
    httpOnly: boolean | null = false,
  ) {
    super();
    this.name = name;
    this.value = value;
    this.path = path;
    this.maxAge = maxAge;
    this.secure = secure === true;
    this.sameSite = sameSite;
    this.httpOnly = httpOnly === true;
  }
}

const make: Behaviour = (...args: ConstructorParameters<typeof CookieValue>) => new CookieValue(...args);
const first = 'String name, String value, String path, Integer maxAge, Boolean isSecure';

export const cookieClass = libraryClass('System.Cookie', {
  [`Cookie(${first})`]: make,
  [`Cookie(${first}, String sameSite)`]: make,
  [`Cookie(${first}, String sameSite, Boolean isHttpOnly)`]: make,
  'String getName()': (self: CookieValue) => self.name,
  'String getValue()': (self: CookieValue) => self.value,
  'String getPath()': (self: CookieValue) => self.path,
  'Integer getMaxAge()': (self: CookieValue) => self.maxAge,
  'String getSameSite()': (self: CookieValue) => self.sameSite,
  'Boolean isSecure()': (self: CookieValue) => self.secure,
  'Boolean isHttpOnly()': (self: CookieValue) => self.httpOnly,
});
