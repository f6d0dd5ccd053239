import type { Role } from '#core/workflow';

/** What the accounts of a server need to know. */
export interface AuthSettings {
  /** Origin that people use, without a slash at its end. With `https:` cookies go over nothing else. */
  readonly publicUrl: () => string;
  /** Of the program, as `getSetup` tells it. */
  readonly version: string;
  readonly oidc?: OidcSettings;
}

/** Sign-in with an OpenID Connect provider. */
export interface OidcSettings {
  /** As the provider names itself, `https://accounts.example.com`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret?: string;
  /** What the button says. */
  readonly name: string;
  /** Only addresses of these domains may enter; absent: all that the provider lets in. */
  readonly allowedDomains?: readonly string[];
  /** Role of whoever comes for the first time. */
  readonly defaultRole: Role;
}
