/** Names of the browser's databases that keep edits begin with it. */
export const UNSAVED_PREFIX = 'nevertwice-unsaved';

/** Removes edits that are kept on this device, for a person who signs out. Where the browser cannot list them, they stay. */
export async function forgetUnsavedEdits(): Promise<void> {
  for (const name of Object.keys(localStorage)) if (name.startsWith(UNSAVED_PREFIX)) localStorage.removeItem(name);
  if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return;
  const names = (await indexedDB.databases()).flatMap(({ name }) =>
    name?.startsWith(UNSAVED_PREFIX) === true ? [name] : [],
  );
  await Promise.all(names.map(deleteDatabase));
}

/** A database that a page still has open goes when that page does. */
function deleteDatabase(name: string): Promise<void> {
  const { promise, reject, resolve } = Promise.withResolvers<void>();
  const request = indexedDB.deleteDatabase(name);
  request.addEventListener('success', () => resolve());
  request.addEventListener('blocked', () => resolve());
  request.addEventListener('error', () => reject(request.error ?? new Error(`"${name}" could not be deleted.`)));
  return promise;
}
