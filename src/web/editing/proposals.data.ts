/** Categories of factors that the templates know. Anything else can be written. */
export const FACTOR_CATEGORIES = [
  'Code defect',
  'Configuration',
  'Capacity',
  'Dependency',
  'Infrastructure',
  'Process',
  'Communication',
  'Testing gap',
  'Monitoring gap',
  'Documentation gap',
  'Human factors',
  'Security',
] as const;

/** How much a factor weighs. */
export const FACTOR_SEVERITIES = ['High', 'Medium', 'Low'] as const;

/** What an action changes. */
export const ACTION_CATEGORIES = [
  'Prevention',
  'Detection',
  'Response',
  'Documentation',
  'Process',
  'Tooling',
  'Nice to have',
] as const;

/** Where an action stands. */
export const ACTION_STATUSES = ['Open', 'In progress', 'Done', 'Verified', 'Effective', "Won't do"] as const;

/** How soon an action matters. */
export const ACTION_PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;
