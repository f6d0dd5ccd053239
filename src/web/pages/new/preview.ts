import type { RouteOutput } from '#contract/client';

/** What the evidence suggests. */
export type Preview = RouteOutput<'previewDraft'>;
