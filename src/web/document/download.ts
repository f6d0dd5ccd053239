import type { RouteInput } from '#contract/client';

import { api } from '../api/index.ts';

/** What can be downloaded of a post-mortem. */
export type ExportQuery = NonNullable<RouteInput<'exportPostmortem'>['query']>;

/** Downloads a post-mortem under the name that the server gives it. Throws `ProblemError`. */
export async function downloadPostmortem(postmortemId: string, query: ExportQuery): Promise<void> {
  const response = await api('exportPostmortem', { path: { postmortemId }, query });
  const blob = await response.blob();
  saveAs(blob, fileNameOf(response.headers.get('content-disposition')) ?? `post-mortem.${query.format ?? 'md'}`);
}

function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Name of the file in a `Content-Disposition`; undefined where it says none. */
function fileNameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=utf-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded.trim());
  return /filename="?([^";]+)"?/iu.exec(disposition ?? '')?.[1];
}
