import { timeFromEpoch, type WrittenTime } from '#core/time';
import { instantToEpoch } from '#core/time';
import type { JsonNode } from '../json-node.ts';
import { type AlertShape, asObject, firstAt, isText, objectAt, type PlainObject, shareOf } from './alert-shape.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { firstText, nodeAt, text } from '../facts/json-fields.ts';
import { opsgenieAction, opsgenieFact, opsgenieLogAction } from './opsgenie-step.ts';

/**
 * Opsgenie webhook: `{action, alert, source, integrationName}`. `createdAt` is in milliseconds beside `updatedAt` in
 * nanoseconds; the step itself happened at `updatedAt`, a creation at `createdAt`.
 */
export const opsgenieWebhook: AlertShape = {
  id: 'opsgenie-webhook',
  label: 'Opsgenie webhook',
  fits(record) {
    const alert = objectAt(record, 'alert');
    if (!isText(record['action']) || !isText(alert['alertId'])) return 0;
    return 0.6 + 0.4 * shareOf([isText(record['integrationName']), 'tinyId' in alert || 'integrationId' in record]);
  },
  read(record, out) {
    const alert = nodeAt(record, 'alert');
    const action = opsgenieAction(text(record, 'action') ?? 'unknown');
    const updated = text(alert, 'updatedAt') !== undefined && action.id !== 'create';
    out.add(
      record,
      opsgenieFact({
        action,
        at: out.time(
          record,
          updated ? 'alert.updatedAt' : action.id === 'create' ? 'alert.createdAt' : 'alert.updatedAt',
        ),
        alert,
        actor: text(alert, 'username'),
        words: firstText(record, [
          'alert.note',
          'escalationNotify.name',
          'alert.owner',
          'recipient.name',
          'alert.team',
          'alert.addedTags',
        ]),
      }),
    );
  },
};

/** Opsgenie alerts of the REST API: `{data: {…}}`, `{data: […]}`, or the alerts alone. */
export const opsgenieAlerts: AlertShape = {
  id: 'opsgenie-alerts',
  label: 'Opsgenie alerts (REST API)',
  fits(record) {
    return Math.max(...[firstAt(record, 'data'), objectAt(record, 'data'), record].map(likeness));
  },
  read(record, out) {
    for (const alert of recordsIn(record)) readAlert(alert, out);
  },
};

/** Opsgenie alert logs: `{data: [{log, type, owner, createdAt, offset}]}`. They do not name their alert. */
export const opsgenieLogs: AlertShape = {
  id: 'opsgenie-logs',
  label: 'Opsgenie alert logs',
  fits(record) {
    const entry = isLog(record) ? record : firstAt(record, 'data');
    return isLog(entry) ? 0.6 + 0.4 * shareOf([isText(entry['owner']), isText(entry['offset'])]) : 0;
  },
  read(record, out) {
    for (const entry of recordsIn(record)) {
      const log = text(entry, 'log') ?? 'entry without text';
      const owner = text(entry, 'owner');
      const at = out.time(entry, 'createdAt');
      const actor = owner?.toLowerCase() === 'system' ? undefined : owner;
      out.add(entry, { at, kind: opsgenieLogAction(log).kind, text: `Opsgenie: ${log}`, actor, hints: [log] });
    }
  },
};

function likeness(alert: PlainObject): number {
  if (!isText(alert['id']) || !isText(alert['message']) || !('createdAt' in alert)) return 0;
  return (
    0.3 +
    0.7 *
      shareOf([
        /^P[1-5]$/u.test(String(alert['priority'])),
        'tinyId' in alert,
        'acknowledged' in alert || 'isSeen' in alert,
      ])
  );
}

function isLog(entry: PlainObject): boolean {
  return isText(entry['log']) && isText(entry['createdAt']) && isText(entry['type']);
}

function recordsIn(record: JsonNode): readonly JsonNode[] {
  const data = nodeAt(record, 'data');
  if (data?.type === 'array') return data.items();
  return data?.type === 'object' && 'createdAt' in asObject(data.value) ? [data] : [record];
}

function readAlert(alert: JsonNode, out: FactCollector): void {
  const at = out.time(alert, 'createdAt');
  out.add(alert, opsgenieFact({ action: opsgenieAction('Create'), at, alert, actor: text(alert, 'source') }));
  const acknowledged = laterBy(at, nodeAt(alert, 'report.ackTime'));
  const acknowledgedBy = text(alert, 'report.acknowledgedBy') ?? text(alert, 'owner');
  if (acknowledged !== undefined) {
    out.add(
      alert,
      opsgenieFact({ action: opsgenieAction('Acknowledge'), at: acknowledged, alert, actor: acknowledgedBy }),
    );
  }
  const closed = laterBy(at, nodeAt(alert, 'report.closeTime'));
  if (text(alert, 'status') !== 'closed' && closed === undefined) return;
  const closing = { action: opsgenieAction('Close'), at: closed ?? out.time(alert, 'updatedAt'), alert };
  out.add(alert, opsgenieFact({ ...closing, actor: text(alert, 'report.closedBy') }));
}

/** The alert's report gives times as milliseconds after its creation. */
function laterBy(start: WrittenTime, duration: JsonNode | undefined): WrittenTime | undefined {
  const ms = duration?.number();
  if (ms === undefined || start.instant === null) return undefined;
  return timeFromEpoch(instantToEpoch(start.instant) + ms, `${start.written} + ${ms} ms`);
}
