export { type BlamelessContext, reviewBlameless } from './review-blameless.ts';
export { BLAMELESS_RULES } from './rules.data.ts';
