/**
 * Address of the client behind that many proxies of our own: the entry of `X-Forwarded-For` that the outermost trusted
 * one wrote. Everything before it is what the client claims.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | null, trustedProxies: number): string {
  if (trustedProxies === 0 || forwardedFor === null) return socketAddress;
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  return hops.at(-Math.min(trustedProxies, hops.length)) ?? socketAddress;
}

/** True for addresses of the machine itself. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./u.test(address);
}
