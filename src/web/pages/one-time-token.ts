const tokenIn = (text: string): string | null => new URLSearchParams(text.slice(1)).get('token');

/** The secret of a link: behind `#token=`, where no server log sees it. Null where the link was cut off. */
export function oneTimeToken(address: Pick<Location, 'hash' | 'search'>): string | null {
  return tokenIn(address.hash) ?? tokenIn(address.search);
}
