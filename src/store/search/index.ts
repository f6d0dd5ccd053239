export { searchDocument, type SearchLabels, type SearchTexts } from './search-document.ts';
export { stemOf, type Word, wordsOf } from './words.ts';
