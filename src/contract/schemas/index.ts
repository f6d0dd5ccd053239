export * as accountSchemas from './account.ts';
export * as basicSchemas from './basics.ts';
export * as evidenceSchemas from './evidence.ts';
export * as postmortemSchemas from './postmortem.ts';
