export { labelOf as fieldLabel } from './additional-notes.ts';
export { convertDocument } from './convert-document.ts';
export {
  DIALECT_IDS,
  type Dialect,
  type DialectId,
  type DialectProcess,
  type ActionLimit,
  type DialectRule,
  type DialectSeed,
} from './dialects/dialect.ts';
export { BUILT_IN_DIALECTS, type DialectChoice, dialects } from './dialects/index.ts';
export { locateValue } from './places/locate-value.ts';
export { fieldNamed, fieldNames } from './field-named.ts';
export { documentPath, isDialectId, nextIncidentId, slugOf, type DocumentName } from './naming.ts';
export { newPostmortem, type NewPostmortem } from './new-postmortem.ts';
export { parsePostmortem, type ParsedDocument, type ParseOptions } from './parse-postmortem.ts';
export { renderPostmortem, type RenderedDocument, type RenderOptions } from './render-postmortem.ts';
export { looksLikePostmortem } from './looks-like-postmortem.ts';
export { withValue, writeDocument, type WrittenDocument } from './write/write-document.ts';
export {
  checkOwnDialect,
  compileDialect,
  type OwnBlock,
  type OwnDialect,
  type OwnField,
  type OwnFieldStyle,
  type OwnSection,
  readTemplateSections,
} from './own/index.ts';
