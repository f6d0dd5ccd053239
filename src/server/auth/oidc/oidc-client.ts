import type { Configuration } from 'openid-client';

import type { OidcClaims } from '#app/accounts';

import type { OidcSettings } from '../auth-settings.ts';
import type { OidcFlow } from './flow-cookie.ts';

/** What one side of a sign-in at the provider knows. */
type Proof = Pick<OidcFlow, 'state' | 'nonce' | 'verifier'>;

/** Speaks with one provider. Throws what `openid-client` throws where it does not answer, or not as it must. */
export interface OidcClient {
  /** Address at the provider to send a browser to, and what to remember meanwhile. */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly proof: Proof }>;
  /** Who came back with that address. */
  finish(returned: URL, proof: Proof): Promise<OidcClaims>;
}

/** Longest wait for the provider, in seconds. */
const PATIENCE = 10;

/** Makes a client. The provider is asked for its addresses when somebody first wants to sign in, and again if it was away. */
export function createOidcClient(settings: OidcSettings): OidcClient {
  let discovered: Promise<Configuration> | undefined;
  const configuration = async (): Promise<Configuration> => {
    discovered ??= discover(settings);
    try {
      return await discovered;
    } catch (error) {
      discovered = undefined;
      throw error;
    }
  };
  return {
    begin: async (redirectUri) => begin(await configuration(), redirectUri),
    finish: async (returned, proof) => finish(await configuration(), returned, proof),
  };
}

// Loaded when it is needed: most installations never sign in this way.
const load = () => import('openid-client');

async function discover(settings: OidcSettings): Promise<Configuration> {
  const client = await load();
  const { clientId, clientSecret } = settings;
  const issuer = new URL(settings.issuer);
  const proveClient = clientSecret === undefined ? client.None() : undefined;
  // oxlint-disable-next-line typescript/no-deprecated -- deprecated to be noticed; whoever names an http: issuer means it
  const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const options = { execute, timeout: PATIENCE };
  return client.discovery(issuer, clientId, clientSecret ?? {}, proveClient, options);
}

async function begin(
  configuration: Configuration,
  redirectUri: string,
): Promise<{ readonly url: string; readonly proof: Proof }> {
  const client = await load();
  const proof = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: proof.state,
    nonce: proof.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(proof.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, proof };
}

async function finish(configuration: Configuration, returned: URL, proof: Proof): Promise<OidcClaims> {
  const client = await load();
  const tokens = await client.authorizationCodeGrant(configuration, returned, {
    expectedState: proof.state,
    expectedNonce: proof.nonce,
    pkceCodeVerifier: proof.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('The provider sent no ID token.');
  if (typeof claims['email'] === 'string') return readClaims(claims.sub, claims);
  // Many providers put an address only there.
  return readClaims(claims.sub, await client.fetchUserInfo(configuration, tokens.access_token, claims.sub));
}

function readClaims(subject: string, claims: Readonly<Record<string, unknown>>): OidcClaims {
  const { email, email_verified: verified, name, preferred_username: userName } = claims;
  return {
    subject,
    email: nonEmpty(email),
    // One large provider writes it as text.
    emailVerified: verified === true || verified === 'true',
    name: nonEmpty(name) ?? nonEmpty(userName),
  };
}

function nonEmpty(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
