/** The secret of a link: behind `#token=`, where no server log sees it. Null where the link was cut off. */
export function oneTimeToken(address: Pick<Location, 'hash' | 'search'>): string | null {
  const find = (text: string): string | null => new URLSearchParams(text.slice(1)).get('token');
  return find(address.hash) ?? find(address.search);
}
