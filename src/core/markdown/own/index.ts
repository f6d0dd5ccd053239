export { checkOwnDialect } from './check-own-dialect.ts';
export { compileDialect } from './compile-dialect.ts';
export type { OwnBlock, OwnDialect, OwnField, OwnFieldStyle, OwnSection } from './own-dialect.ts';
export { readTemplateSections } from './read-template-sections.ts';
