import type { Format } from '../types.ts';
import { argocdApplication } from './argocd-application.ts';
import { argocdHistory } from './argocd-history.ts';
import { eventsTable } from './events-table.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { kubernetes } from './kubernetes.ts';
import { rolloutHistory } from './rollout-history.ts';

/** Readers of rollouts, deployments and pull requests. */
export const deployFormats: readonly Format[] = [
  argocdApplication,
  argocdHistory,
  eventsTable,
  github,
  gitlab,
  kubernetes,
  rolloutHistory,
];
