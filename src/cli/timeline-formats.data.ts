/** Formats of `nevertwice timeline --format`. */
export const TIMELINE_FORMATS = ['table', 'list', 'mermaid', 'csv', 'svg', 'json'] as const;
