import { sql } from 'kysely';

/** What lists show of a post-mortem. */
export interface SummaryRow {
  readonly id: string;
  readonly key: string | null;
  readonly title: string;
  readonly status: string;
  readonly severity_label: string | null;
  readonly severity_rank: number | null;
  readonly private: boolean;
  readonly dialect: string;
  readonly services: string[];
  readonly teams: string[];
  readonly tags: string[];
  readonly incident_at: string | null;
  readonly impact_seconds: number | null;
  readonly events: number;
  readonly actions: number;
  readonly open_actions: number;
  readonly completeness: number;
  readonly summary: string | null;
  readonly revision: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly created_by: string | null;
  readonly created_by_name: string | null;
  readonly updated_by_name: string | null;
}

/** The columns of {@link SummaryRow}, of `postmortems p`. */
export const SUMMARY_COLUMNS = sql`
  p.id, p.key, p.title, p.status, p.severity_label, p.severity_rank, p.private, p.dialect, p.services, p.teams, p.tags,
  p.incident_at, p.impact_seconds, p.events, p.actions, p.open_actions, p.completeness, p.summary, p.revision,
  p.created_at, p.updated_at, p.created_by,
  (select u.name from users u where u.id = p.created_by) as created_by_name,
  (select u.name from users u where u.id = p.updated_by) as updated_by_name`;
