/** What a person has to see to in a document that was imported, by code of the finding: for one, and for many. */
export const DOCUMENT_NEEDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'time-unresolved': ['unclear time', 'unclear times'],
  'prompt-left': ['prompt left', 'prompts left'],
  'document-empty': ['empty', 'empty'],
  'file-binary': ['not text', 'not text'],
  'file-too-large': ['too large', 'too large'],
  'path-missing': ['missing', 'missing'],
  'path-unreadable': ['not readable', 'not readable'],
};
