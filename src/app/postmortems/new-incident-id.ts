import type { AppContext } from '#app/context';
import { type DialectId, dialects, nextIncidentId } from '#core/markdown';
import { hasIncidentId, takeIncidentNumber } from '#store/postmortems';

/** An incident id that nobody has yet, as the template writes them: `INC-2026-007`. */
export async function newIncidentId(
  context: AppContext,
  workspaceId: string,
  incident: { readonly dialect: DialectId; readonly date: string },
): Promise<string> {
  const { date, dialect } = incident;
  const stem = nextIncidentId(dialect, { date, taken: [] }).replace(/\d+$/u, '');
  for (;;) {
    const number = await takeIncidentNumber(context.db, { workspaceId, stem });
    const id = `${stem}${String(number).padStart(dialects[dialect].incidentId.digits, '0')}`;
    // Imported documents and people bring ids of their own.
    if (!(await hasIncidentId(context.db, workspaceId, id))) return id;
  }
}
