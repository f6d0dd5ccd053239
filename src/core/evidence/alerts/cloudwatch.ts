import type { JsonNode } from '../json-node.ts';
import { readJson } from '../json-tree.ts';
import type { EventKind } from '../types.ts';
import { type AlertShape, firstAt, isText, objectAt } from './alert-shape.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { systemTime, unknownTime } from '../facts/system-time.ts';
import { firstText, lines, list, nodeAt, text } from '../facts/json-fields.ts';

/** CloudWatch alarms: the SNS notification (its `Message` is JSON in a string), that message alone, or the EventBridge event. */
export const cloudWatchAlarm: AlertShape = {
  id: 'cloudwatch-alarm',
  label: 'CloudWatch alarm',
  fits(record) {
    if (isText(record['AlarmName']) && isText(record['NewStateValue'])) return 1;
    if (record['detail-type'] === 'CloudWatch Alarm State Change') return 1;
    const wrapped = [record, objectAt(firstAt(record, 'Records'), 'Sns')];
    return wrapped.some(({ Message: message }) => isText(message) && /"AlarmName"\s*:/u.test(message)) ? 1 : 0;
  },
  read(record, out) {
    const wrapper = nodeAt(record, 'Records.0.Sns') ?? record;
    const message = text(wrapper, 'Message');
    const inner = message === undefined ? undefined : readJson(message).root;
    addAlarm(record, alarmOf(inner ?? record, text(wrapper, 'Timestamp')), out);
  },
};

/** History of CloudWatch alarms: `aws cloudwatch describe-alarm-history`, `{AlarmHistoryItems: […]}`. */
export const cloudWatchHistory: AlertShape = {
  id: 'cloudwatch-alarm-history',
  label: 'CloudWatch alarm history',
  fits(record) {
    const item = firstAt(record, 'AlarmHistoryItems');
    return isText(item['AlarmName']) && 'Timestamp' in item ? 1 : 0;
  },
  read(record, out) {
    for (const item of list(record, 'AlarmHistoryItems')) {
      const summary = text(item, 'HistorySummary') ?? text(item, 'HistoryItemType') ?? 'changed';
      const state = text(item, 'HistoryItemType') === 'StateUpdate' ? /\bto (\w+)/u.exec(summary)?.[1] : undefined;
      addAlarm(item, { name: text(item, 'AlarmName'), state, reason: summary, time: text(item, 'Timestamp') }, out);
    }
  },
};

interface Alarm {
  readonly name: string | undefined;
  readonly state: string | undefined;
  readonly reason: string | undefined;
  readonly time: string | undefined;
  readonly names?: readonly (string | undefined)[];
  readonly details?: string | undefined;
}

function alarmOf(alarm: JsonNode, fallbackTime: string | undefined): Alarm {
  const dimensions = list(alarm, 'Trigger.Dimensions');
  return {
    name: firstText(alarm, ['AlarmName', 'detail.alarmName']),
    state: firstText(alarm, ['NewStateValue', 'detail.state.value']),
    reason: firstText(alarm, ['NewStateReason', 'detail.state.reason']),
    time: firstText(alarm, ['StateChangeTime', 'detail.state.timestamp', 'time']) ?? fallbackTime,
    names: [
      text(alarm, 'Trigger.Namespace'),
      text(alarm, 'Trigger.MetricName'),
      ...dimensions.map((entry) => text(entry, 'value')),
    ],
    details: lines({
      description: text(alarm, 'AlarmDescription'),
      before: firstText(alarm, ['OldStateValue', 'detail.previousState.value']),
      metric: text(alarm, 'Trigger.MetricName'),
      region: firstText(alarm, ['Region', 'region']),
    }),
  };
}

function addAlarm(node: JsonNode, alarm: Alarm, out: FactCollector): void {
  const at = systemTime(alarm.time ?? '');
  if (at === null) {
    out.remark(node, {
      code: 'event-without-time',
      message: `The CloudWatch alarm “${alarm.name ?? 'without a name'}” does not say when its state changed.`,
      help: 'The fact is kept without a time: set its time in the timeline.',
    });
  }
  const { kind, words } = stateOf(alarm.state);
  out.add(node, {
    at: at ?? unknownTime(alarm.time ?? ''),
    kind,
    text: `Alert ${words}: ${alarm.name ?? 'alarm without a name'}${alarm.reason === undefined ? '' : `: ${alarm.reason}`}`,
    key:
      at === null || alarm.name === undefined
        ? undefined
        : `cloudwatch:${alarm.name}:${words}@${(at.instant ?? '').slice(0, 19)}`,
    hints: [alarm.name],
    names: alarm.names ?? [],
    details: alarm.details,
  });
}

function stateOf(state = ''): { readonly kind: EventKind; readonly words: string } {
  if (state === 'ALARM') return { kind: 'alert', words: 'firing' };
  if (state === 'OK') return { kind: 'alert-resolved', words: 'resolved' };
  return { kind: 'note', words: state === '' ? 'changed' : state.toLowerCase().replaceAll('_', ' ') };
}
