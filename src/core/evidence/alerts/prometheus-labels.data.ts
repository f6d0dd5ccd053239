/** Labels that name what is affected, the most telling first. */
export const serviceLabels: readonly string[] = [
  'service',
  'service_name',
  'app',
  'application',
  'app_kubernetes_io_name',
  'app.kubernetes.io/name',
  'label_app',
  'component',
  'deployment',
  'statefulset',
  'daemonset',
  'workload',
  'job',
  'job_name',
  'container',
  'project',
];

/** Labels whose values name places: for ranking what may have caused the alert. */
export const placeLabels: readonly string[] = [
  ...serviceLabels,
  'namespace',
  'kubernetes_namespace',
  'pod',
  'instance',
  'host',
  'hostname',
  'node',
  'cluster',
  'region',
  'environment',
  'env',
  'queue',
  'topic',
  'database',
  'datname',
  'handler',
  'route',
  'path',
  'endpoint',
];

/** Annotations and labels that say in a sentence what is wrong, the shortest first. */
export const summaryNames: readonly string[] = ['summary', 'title', 'description', 'message'];
