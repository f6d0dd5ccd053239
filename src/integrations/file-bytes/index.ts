export { type Decoded, decodeText } from './decode-text.ts';
export { evidenceText } from './evidence-text.ts';
