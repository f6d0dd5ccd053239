import { unreachable } from '../api/index.ts';

async function isServerThere(): Promise<boolean> {
  try {
    await fetch('/healthz', { cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Loads the code of a page. Without a connection that fails like any other request, and can be tried again. With one, a newer
 * version has taken the place of this one: the router loads the application anew for an error that starts like this one, once,
 * and only when the page is really gone to.
 */
export async function loadPage<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    if (!(await isServerThere())) throw unreachable();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TypeError(`Failed to fetch dynamically imported module: ${reason}`, { cause });
  }
}
