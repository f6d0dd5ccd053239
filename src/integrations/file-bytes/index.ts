export { type Decoded, decodeText } from './decode-text.ts';
export { type Encoded, encodeText } from './encode-text.ts';
export { evidenceText } from './evidence-text.ts';
