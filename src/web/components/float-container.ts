import { createContext, useContext } from 'react';

/** Where menus, popovers and hints are put: the open dialog, since nothing outside of it can be reached, or the page. */
export const FloatContainer = createContext<HTMLElement | null>(null);

/** The container for a portal of `radix-ui`. */
export function useFloatContainer(): { readonly container?: HTMLElement } {
  const container = useContext(FloatContainer);
  return container === null ? {} : { container };
}
