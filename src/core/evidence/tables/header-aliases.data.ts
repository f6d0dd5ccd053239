import type { EventKind, LogLevel } from '../types.ts';

/** What a column of a table of events can hold. */
export type Field =
  | 'time'
  | 'date'
  | 'clock'
  | 'end'
  | 'text'
  | 'details'
  | 'level'
  | 'service'
  | 'actor'
  | 'kind'
  | 'zone'
  | 'id'
  | 'link';

/**
 * Names of columns as tools and people write them: lower case, without blanks, `_`, `-`, `.`, `@` and brackets. Within a
 * field the first name that a table has counts.
 */
export const HEADER_ALIASES: Readonly<Record<Field, readonly string[]>> = {
  time: words(
    'timestamp datetime eventtime time ts occurredat startedat starttime start createdat createdon created createdtime',
    'creationtime opened openedat begin began from when at utc timeutc utctime localtime eventtimestamp logtime firstseen',
    'reportedat triggeredat firedat publishedat deployedat mergedat committedat epoch sentat zeit zeitstempel zeitpunkt',
    'heure hora',
  ),
  date: words('date day datum fecha data jour eventdate startdate createddate'),
  clock: words('time clock hour starttime timeofday uhrzeit hora heure'),
  end: words(
    'endedat endtime end resolvedat resolvedon resolved closedat closed finishedat until to lastseen completedat',
  ),
  text: words(
    'message msg event summary title subject text description name what whathappened activity action log body content',
    'update entry headline alert alertname details nachricht ereignis beschreibung mensaje mensagem',
    'descripcion descrição évènement événement',
  ),
  details: words('details description body note notes comment comments stack stacktrace error impact context'),
  level: words('level severity loglevel levelname lvl priority urgency stufe'),
  service: words(
    'service servicename application app component system host hostname source logger repository repo project resource',
    'dienst node instance namespace',
  ),
  actor: words(
    'actor user username author who person owner by responder assignee reporter createdby changedby updatedby deployedby wer name',
  ),
  kind: words('kind type eventtype category class'),
  zone: words('timezone tz zone utcoffset'),
  id: words('id eventid incidentid key number ref ticket'),
  link: words('url link href permalink'),
};

/** Names of columns that tell what kind of events the whole table holds. */
export const HEADER_KINDS: Readonly<Record<string, EventKind>> = {
  flag: 'feature-flag',
  flagkey: 'feature-flag',
  featureflag: 'feature-flag',
  toggle: 'feature-flag',
  featuretoggle: 'feature-flag',
  setting: 'config',
  parameter: 'config',
  configkey: 'config',
  alertname: 'alert',
  deployment: 'deploy',
  release: 'deploy',
  commit: 'commit',
};

/** Values of a kind column, lower case, that name a kind of event. */
export const KIND_ALIASES: Readonly<Record<string, EventKind>> = {
  commit: 'commit',
  merge: 'commit',
  'pull request': 'commit',
  deploy: 'deploy',
  deployment: 'deploy',
  release: 'deploy',
  rollout: 'rollout',
  rollback: 'rollout',
  config: 'config',
  configuration: 'config',
  change: 'config',
  'config change': 'config',
  flag: 'feature-flag',
  'feature flag': 'feature-flag',
  'feature-flag': 'feature-flag',
  alert: 'alert',
  alarm: 'alert',
  triggered: 'alert',
  'alert-resolved': 'alert-resolved',
  recovered: 'alert-resolved',
  page: 'paged',
  paged: 'paged',
  notify: 'paged',
  acknowledged: 'acknowledged',
  ack: 'acknowledged',
  escalated: 'escalated',
  escalation: 'escalated',
  declared: 'declared',
  'status update': 'status-update',
  'status-update': 'status-update',
  resolved: 'resolved',
  closed: 'resolved',
  message: 'message',
  chat: 'message',
  log: 'log',
  error: 'error',
  infrastructure: 'infrastructure',
  command: 'command',
  note: 'note',
};

/** Values of a level column, lower case. */
export const LEVEL_ALIASES: Readonly<Record<string, LogLevel>> = {
  trace: 'trace',
  debug: 'debug',
  verbose: 'debug',
  info: 'info',
  information: 'info',
  informational: 'info',
  notice: 'info',
  warn: 'warning',
  warning: 'warning',
  error: 'error',
  err: 'error',
  severe: 'error',
  critical: 'fatal',
  crit: 'fatal',
  fatal: 'fatal',
  panic: 'fatal',
  alert: 'fatal',
  emergency: 'fatal',
  emerg: 'fatal',
};

function words(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
