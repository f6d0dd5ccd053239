export { peopleOf } from './people-of.ts';
export { reviewBlameless } from './review-blameless.ts';
export { BLAMELESS_RULES } from './rules.data.ts';
