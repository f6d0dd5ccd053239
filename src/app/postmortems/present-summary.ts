import type { RouteAnswer } from '#contract/client';
import type { SummaryRow } from '#store/postmortems';

/** A post-mortem as lists show it. */
export type PostmortemSummary = RouteAnswer<'listPostmortems'>['items'][number];

/** A stored row as the contract shows it. */
export function presentSummary(row: SummaryRow): PostmortemSummary {
  return {
    id: row.id,
    key: row.key,
    title: row.title,
    status: row.status as PostmortemSummary['status'],
    severity: row.severity_label === null ? null : { label: row.severity_label, rank: row.severity_rank },
    private: row.private,
    dialect: row.dialect as PostmortemSummary['dialect'],
    services: row.services,
    teams: row.teams,
    tags: row.tags,
    incidentAt: row.incident_at,
    impactSeconds: row.impact_seconds,
    events: row.events,
    actions: row.actions,
    openActions: row.open_actions,
    completeness: row.completeness,
    summary: row.summary,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    createdBy: row.created_by_name,
    updatedBy: row.updated_by_name,
  };
}
