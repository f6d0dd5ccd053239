/** The nonce with which style elements of this page are allowed; undefined where the server gave none. */
export function cspNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta === null || meta.nonce === '' ? undefined : meta.nonce;
}
