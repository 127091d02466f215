/** System.Url ("URL Class", Apex Reference Guide), after java.net.URL. */
import { NotSupported } from '../../../schema/errors.ts';
import { LibraryObject, throwApex } from '../../runtime/index.ts';
import { currentPage } from '../apexpages/current-page.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { orgBaseUrl } from '../support/org-address.ts';

export class UrlValue extends LibraryObject {
  readonly typeName = 'System.Url';
  readonly protocol: string;
  readonly authority: string;
  /** Path and query. */
  readonly file: string;
  readonly ref: string | null;

  constructor(text: string) {
    super();
    const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/([^/?#]*))?([^#]*)(?:#(.*))?$/.exec(text.trim());
    if (match === null) throwApex('System.StringException', `no protocol: ${text}`);
    this.protocol = match[1].toLowerCase();
    this.authority = match[2] ?? '';
    this.file = match[3]!;
    this.ref = match[4] ?? null;
  }

  get hostAndPort(): readonly [host: string, port: number] {
    const match = /^(?:[^@]*@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(this.authority);
    return [match?.[1] ?? '', match?.[2] ? Number(match[2]) : -1];
  }

  get defaultPort(): number {
    return { http: 80, https: 443, ftp: 21 }[this.protocol] ?? -1;
  }

  hashKey(): string {
    return this.toString();
  }

  override toString(): string {
    const ref = this.ref === null ? '' : `#${this.ref}`;
    return `${this.protocol}:${this.authority === '' ? '' : `//${this.authority}`}${this.file}${ref}`;
  }
}

export const urlClass = libraryClass(
  'System.Url',
  refusingNulls({
    'Url(String spec)': (spec: string) => new UrlValue(spec),
    'Url(System.Url context, String spec)': (context: UrlValue, spec: string) =>
      new UrlValue(new URL(spec, context.toString()).toString()),
    'Url(String protocol, String host, Integer port, String file)': (
      protocol: string,
      host: string,
      port: number,
      file: string,
    ) => new UrlValue(`${protocol}://${host}${port < 0 ? '' : `:${port}`}${file}`),
    'Url(String protocol, String host, String file)': (protocol: string, host: string, file: string) =>
      new UrlValue(`${protocol}://${host}${file}`),
    'static System.Url getCurrentRequestUrl()': () => {
      const page = currentPage();
      if (page === null) throw new NotSupported('Url.getCurrentRequestUrl of a request that is no page');
      return new UrlValue(orgBaseUrl() + page.url);
    },
    'static System.Url getOrgDomainUrl()': () => new UrlValue(orgBaseUrl()),
    'static System.Url getSalesforceBaseUrl()': () => new UrlValue(orgBaseUrl()),
    'String getAuthority()': (self: UrlValue) => self.authority,
    'Integer getDefaultPort()': (self: UrlValue) => self.defaultPort,
    'String getFile()': (self: UrlValue) => self.file,
    'String getHost()': (self: UrlValue) => self.hostAndPort[0],
    'String getPath()': (self: UrlValue) => self.file.split('?')[0],
    'Integer getPort()': (self: UrlValue) => self.hostAndPort[1],
    'String getProtocol()': (self: UrlValue) => self.protocol,
    'String getQuery()': (self: UrlValue) => /\?(.*)$/.exec(self.file)?.[1] ?? null,
    'String getRef()': (self: UrlValue) => self.ref,
    'String getUserInfo()': (self: UrlValue) => /^([^@]*)@/.exec(self.authority)?.[1] ?? null,
    'Boolean sameFile(System.Url other)': (self: UrlValue, other: UrlValue) =>
      self.toString().split('#')[0] === other.toString().split('#')[0],
    'String toExternalForm()': (self: UrlValue) => self.toString(),
    'String toString()': (self: UrlValue) => self.toString(),
  }),
);
