export { evidenceUseCases } from './evidence-use-cases.ts';
export { type EvidenceUse, gatherEvidence } from './gather-evidence.ts';
export { presentEvent } from './present-event.ts';
export { presentSuggestions } from './present-suggestions.ts';
export { readInWorker } from './read-in-worker.ts';
export { type DraftWish, evidenceItems, type ReadingResult, type ReadingSettings } from './reading-job.ts';
export { savePool } from './save-pool.ts';
