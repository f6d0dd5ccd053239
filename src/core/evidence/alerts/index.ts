import type { Format } from '../types.ts';
import { alertFormatsOf } from './alert-formats.ts';
import { alertmanagerAlerts, alertmanagerWebhook, prometheusAlerts } from './alertmanager.ts';
import { betterStackIncidents } from './better-stack.ts';
import { cloudWatchAlarm, cloudWatchHistory } from './cloudwatch.ts';
import { datadogEvents, datadogWebhook } from './datadog.ts';
import { grafanaAnnotations, grafanaLegacyWebhook, grafanaWebhook } from './grafana.ts';
import { opsgenieAlerts, opsgenieLogs, opsgenieWebhook } from './opsgenie.ts';
import { pagerDutyAlerts, pagerDutyNotes } from './pagerduty-alerts.ts';
import { pagerDutyIncidents } from './pagerduty-incidents.ts';
import { pagerDutyLogEntries } from './pagerduty-log-entries.ts';
import { pagerDutyWebhookV2 } from './pagerduty-webhook-v2.ts';
import { pagerDutyWebhookV3 } from './pagerduty-webhook-v3.ts';
import { sentryEvents, sentryEventWebhook, sentryIssues, sentryIssueWebhook, sentryMetricWebhook } from './sentry.ts';
import { statuspageComponent, statuspageIncidents } from './statuspage.ts';

/**
 * Every way alerting, paging, error tracking and status page systems write their facts. Each format takes one record, a
 * list, an answer of the system's API, JSON lines and documents one after another; records of several systems in one
 * file are read each by its own rules.
 */
export const alertFormats: readonly Format[] = alertFormatsOf([
  pagerDutyWebhookV3,
  pagerDutyWebhookV2,
  pagerDutyLogEntries,
  pagerDutyIncidents,
  pagerDutyAlerts,
  pagerDutyNotes,
  opsgenieWebhook,
  opsgenieAlerts,
  opsgenieLogs,
  alertmanagerWebhook,
  alertmanagerAlerts,
  prometheusAlerts,
  grafanaWebhook,
  grafanaLegacyWebhook,
  grafanaAnnotations,
  betterStackIncidents,
  sentryIssueWebhook,
  sentryEventWebhook,
  sentryMetricWebhook,
  sentryIssues,
  sentryEvents,
  statuspageIncidents,
  statuspageComponent,
  datadogEvents,
  datadogWebhook,
  cloudWatchAlarm,
  cloudWatchHistory,
]);
