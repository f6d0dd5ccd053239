/** Where a link of a document may lead. */
export interface SafeLink {
  readonly href: string;
  /** False for addresses of this application. */
  readonly external: boolean;
}

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
/** Stands for the application itself, so that what is relative can be told from what only looks so. */
const OWN = 'https://own.invalid';
const IMAGES = /^\/api\/v1\/postmortems\/[\w-]+\/images\/[\w.-]+$/u;

/**
 * The link if it may be followed: the web, mail, or a path or place of this application; undefined for everything else
 * (`javascript:`, `data:`, files beside the document).
 */
export function safeLink(url: string): SafeLink | undefined {
  if (url.startsWith('#')) return { href: url, external: false };
  const parsed = URL.canParse(url, OWN) ? new URL(url, OWN) : undefined;
  if (parsed === undefined) return undefined;
  if (parsed.origin === OWN) return url.startsWith('/') ? { href: ownPath(parsed), external: false } : undefined;
  if (!SCHEMES.has(parsed.protocol)) return undefined;
  return { href: parsed.href, external: true };
}

/** The address of an image that was attached here; undefined for every other, which is never loaded. */
export function ownImage(url: string, origin: string): string | undefined {
  if (!URL.canParse(url, OWN)) return undefined;
  const parsed = new URL(url, OWN);
  const here = parsed.origin === OWN || parsed.origin === origin;
  return here && IMAGES.test(parsed.pathname) ? parsed.pathname : undefined;
}

function ownPath(url: URL): string {
  return `${url.pathname}${url.search}${url.hash}`;
}
