import type { UseCases } from '#app/context';

import { createDemo } from './create-demo.ts';
import { draftPostmortem } from './draft-postmortem.ts';
import { previewDraft } from './preview-draft.ts';

/** From evidence to a first draft. */
export const draftUseCases: UseCases<'previewDraft' | 'draftPostmortem' | 'createDemo'> = {
  previewDraft,
  draftPostmortem,
  createDemo,
};
