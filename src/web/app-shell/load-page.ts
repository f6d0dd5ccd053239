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
 * Loads the code of a page. Without a connection that fails like any other request, and can be tried again; the router would
 * load the whole application anew, which is right only where a newer version took the place of this one.
 */
export async function loadPage<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (await isServerThere()) throw error;
    throw unreachable();
  }
}
