import { unreachable } from '../api/index.ts';

const LAST_RELOAD = 'nevertwice-loaded-anew';
const PAUSE_MS = 60_000;

async function isServerThere(): Promise<boolean> {
  try {
    await fetch('/healthz', { cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

/** Loads the whole application anew, unless that was tried a moment ago and did not help. */
function loadAnew(): boolean {
  const last = Number(sessionStorage.getItem(LAST_RELOAD) ?? 0);
  if (Date.now() - last < PAUSE_MS) return false;
  sessionStorage.setItem(LAST_RELOAD, String(Date.now()));
  location.reload();
  return true;
}

/**
 * Loads the code of a page. Without a connection that fails like any other request, and can be tried again. With one, a newer
 * version has taken the place of this one, and the application is loaded anew; nothing that was written is lost by that.
 */
export async function loadPage<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (!(await isServerThere())) throw unreachable();
    if (loadAnew()) return new Promise(() => undefined);
    throw error;
  }
}
