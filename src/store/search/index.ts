export { type FoundText, loadTexts } from './load-texts.ts';
export { type ParsedQuery, parseQuery, queryTexts, type QueryLabels, type Term } from './parse-query.ts';
export { searchDocument, type SearchLabels, type SearchTexts } from './search-document.ts';
export { type SearchHits, searchPostmortems, type SearchQuery } from './search-postmortems.ts';
export { stemOf, type Word, wordsOf } from './words.ts';
