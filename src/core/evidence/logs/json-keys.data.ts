/**
 * Names that logging libraries and collectors give the fields of a record, likeliest first. A name with points is
 * looked up as it is (`"log.level"`) and as a path (`{"log": {"level": …}}`). Compared without regard to case.
 */
export const TIME_KEYS: readonly string[] = [
  '@timestamp', 'timestamp', 'time', 'ts', 't', '@t', 'datetime', 'date_time', 'eventTime', 'event_time', 'asctime',
  'time_iso8601', 'time_local', 'timestamp_ms', 'timestampMs', 'logged_at', 'created_at', 'created', 'date', 'when',
  'instant', 'timeMillis', 'observedTimestamp', 'timeUnixNano', '__REALTIME_TIMESTAMP', '_SOURCE_REALTIME_TIMESTAMP',
  'StartUTC', 'start_time', 'startTime', 'receiveTimestamp', 'ingestionTime', 'log.time', 'log.timestamp', 'x-timestamp', 'epoch',
];

export const LEVEL_KEYS: readonly string[] = [
  'level', 'lvl', 'severity', 'log.level', 'loglevel', 'log_level', 'levelname', 'level_name', 's', '@l', 'severityText', 'severity_text',
  'severityNumber', 'PRIORITY', 'priority', 'levelno', 'syslog.severity', 'record.level.name', 'lev',
];

export const MESSAGE_KEYS: readonly string[] = [
  'message', 'msg', '@m', 'MESSAGE', '@mt', 'body', 'event', 'log', 'text', 'textPayload', 'jsonPayload.message', 'jsonPayload.msg',
  'short_message', 'full_message', 'log.message', 'body.stringValue', 'description', 'summary', 'record.message', 'error.message', 'err.message', 'err', 'error',
];

export const SERVICE_KEYS: readonly string[] = [
  'service', 'service.name', 'service_name', 'serviceName', 'app', 'application', 'app_name', 'appname', 'application_name',
  'kubernetes.container_name', 'kubernetes.labels.app', 'container_name', 'container.name', 'component', 'program', 'syslog.appname',
  'SYSLOG_IDENTIFIER', '_SYSTEMD_UNIT', '_COMM', 'resource.labels.container_name', 'resource.service.name', 'resource.attributes.service.name', 'dd.service', 'job', 'name', 'unit',
];

export const LOGGER_KEYS: readonly string[] = ['logger', 'logger_name', 'loggerName', 'log.logger', 'logger.name', 'module', 'c', 'caller', 'source_context', 'SourceContext', 'category', 'class'];

export const HOST_KEYS: readonly string[] = ['host', 'hostname', 'host.name', '_HOSTNAME', 'kubernetes.pod_name', 'kubernetes.host', 'pod', 'node', 'server'];

/** Texts of several lines. */
export const STACK_KEYS: readonly string[] = [
  'stack', 'error.stack', 'err.stack', 'error.stack_trace', 'exception.stacktrace', 'exception.stack', 'stack_trace', 'stacktrace', 'stackTrace',
  'exc_info', 'exc_text', 'exception', '@x', 'traceback', 'errorVerbose', 'error.stacktrace', 'thrown.extendedStackTrace', 'backtrace', 'jsonPayload.stack_trace',
];

/** What went wrong, in one line or word. */
export const ERROR_KEYS: readonly string[] = [
  'error.type', 'err.type', 'error.name', 'err.name', 'error.kind', 'error.class', 'exception.type', 'exception.class', 'exception_class', 'exception.name', 'thrown.name', 'error.code', 'err.code',
];

/** Fields that a record's name list takes as they are: what a change and an error can both name. */
export const PLACE_KEYS: readonly string[] = ['path', 'url.path', 'http.route', 'route', 'request.path', 'req.url', 'uri', 'endpoint', 'upstream', 'peer', 'db.name', 'target'];
