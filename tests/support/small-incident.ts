/** A small incident in four sources, every second of it known. */
export const SMALL_INCIDENT: Readonly<Record<string, string>> = {
  'evidence/api.log': [
    '2026-02-23T08:10:00Z INFO started',
    '2026-02-23T08:14:58Z INFO order 1 stored',
    '2026-02-23T08:15:02Z ERROR order 2 failed: database pool exhausted',
    '2026-02-23T08:15:09Z ERROR order 3 failed: database pool exhausted',
    '2026-02-23T08:15:31Z ERROR order 4 failed: database pool exhausted',
    '2026-02-23T08:16:11Z ERROR order 5 failed: database pool exhausted',
    '2026-02-23T08:39:58Z ERROR order 6 failed: database pool exhausted',
    '2026-02-23T08:41:10Z INFO order 7 stored',
    '',
  ].join('\n'),
  'evidence/alert.json': JSON.stringify(
    {
      version: '4',
      groupKey: '{}:{alertname="OrdersFailing"}',
      status: 'resolved',
      receiver: 'pager',
      groupLabels: { alertname: 'OrdersFailing' },
      commonLabels: { alertname: 'OrdersFailing', service: 'api', severity: 'critical' },
      commonAnnotations: { summary: 'Orders fail' },
      externalURL: 'http://alertmanager.example',
      alerts: [
        {
          status: 'resolved',
          labels: { alertname: 'OrdersFailing', service: 'api', severity: 'critical' },
          annotations: { summary: 'Orders fail' },
          startsAt: '2026-02-23T08:18:00Z',
          endsAt: '2026-02-23T08:44:00Z',
          generatorURL: 'http://prometheus.example',
          fingerprint: 'c0ffee1234567890',
        },
      ],
    },
    null,
    2,
  ),
  'evidence/git.txt': [
    'a1b2c3d4e5 2026-02-23 08:05:12 +0000 Make the database pool smaller',
    '9f8e7d6c5b 2026-02-22 15:00:00 +0000 Update the readme',
    '',
  ].join('\n'),
  'evidence/chat.txt': [
    '[2026-02-23 08:20:30 UTC] Ana Silva: Acknowledged, I am looking at it',
    '[2026-02-23 08:22:00 UTC] Bo Lindqvist: Declaring SEV-2',
    '[2026-02-23 08:33:00 UTC] Ana Silva: Found it, the root cause is the smaller pool',
    '[2026-02-23 08:40:00 UTC] Ana Silva: Rolled back',
    '[2026-02-23 08:42:00 UTC] Ana Silva: Service is restored',
    '',
  ].join('\n'),
};
