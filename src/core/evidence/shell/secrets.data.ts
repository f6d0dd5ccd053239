/** What a secret in a command looks like. */
export interface SecretPattern {
  readonly id: string;
  /** The group `secret` is what is taken out; everything else stays. */
  readonly pattern: RegExp;
  /** Commands with a secret of this kind, and what is left of them. */
  readonly samples: readonly (readonly [string, string])[];
}

/** A value as a shell takes it: quoted or up to the next blank. Variables (`$TOKEN`) are no secrets. */
const VALUE = `["']?(?<secret>(?<=")(?!\\$)[^"]{2,}(?=")|(?<=')[^']{2,}(?=')|(?!\\$)[^\\s"'&|;]{2,})`;
const NAMES =
  '(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|client[-_]?secret|auth[-_]?token|credentials?|bearer)';

/** Secrets that people type into commands. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  {
    id: 'authorization-header',
    pattern:
      /(?:authorization|proxy-authorization|x-[\w-]*(?:token|key|auth)|private-token|cookie)\s*[:=]\s*(?:(?:bearer|basic|token|digest|apikey)\s+)?(?<secret>(?!\$)[^\s"'][^"'\r\n]+)/giu,
    samples: [
      ["curl -H 'Authorization: Bearer abc.def' https://x", "curl -H 'Authorization: Bearer ***' https://x"],
      ['curl -H "X-Api-Key: k123" https://x', 'curl -H "X-Api-Key: ***" https://x'],
    ],
  },
  {
    id: 'url-password',
    pattern: /\b[a-z][a-z\d+.-]*:\/\/[^\s:/@"']*:(?<secret>(?!\$)[^\s/@"']+)@/giu,
    samples: [['psql postgres://app:hunter2@db/shop', 'psql postgres://app:***@db/shop']],
  },
  {
    id: 'option',
    pattern: new RegExp(`(?<![\\w-])--?[a-z\\d-]*${NAMES}(?:[ =])${VALUE}`, 'giu'),
    samples: [
      ['deploy --token abc123 --env prod', 'deploy --token *** --env prod'],
      ['mysql --password=hunter2 shop', 'mysql --password=*** shop'],
      ['deploy --token $TOKEN', 'deploy --token $TOKEN'],
    ],
  },
  {
    id: 'assignment',
    pattern: new RegExp(`[\\w-]*${NAMES}[\\w-]*["']?\\s?[=:]\\s?${VALUE}`, 'giu'),
    samples: [
      ['export DB_PASSWORD=hunter2', 'export DB_PASSWORD=***'],
      [
        'kubectl create secret generic db --from-literal=password=hunter2',
        'kubectl create secret generic db --from-literal=password=***',
      ],
      [`curl -d '{"password": "hunter2"}' https://x`, `curl -d '{"password": "***"}' https://x`],
      ['export DB_PASSWORD="two words"', 'export DB_PASSWORD="***"'],
    ],
  },
  {
    id: 'user-option',
    pattern: /(?:^|[\s;|&])curl\b[^|;&\r\n]{0,400}?\s(?:-u|--user)[ =]?["']?[^\s:"']+:(?<secret>(?!\$)[^\s"']+)/gu,
    samples: [['curl -u ada:hunter2 https://x', 'curl -u ada:*** https://x']],
  },
  {
    id: 'client-password',
    pattern:
      /(?:^|[\s;|&])(?:mysql|mysqldump|mysqladmin|mariadb)\b[^|;&\r\n]{0,400}?\s-p(?<secret>(?!\$)[^\s"'-][^\s"']*)/gu,
    samples: [['mysql -uroot -phunter2 shop', 'mysql -uroot -p*** shop']],
  },
  {
    id: 'ssh-password',
    pattern:
      /(?:^|[\s;|&])(?:sshpass|redis-cli|docker login)\b[^|;&\r\n]{0,400}?\s-(?:p|a) ?["']?(?<secret>(?!\$)[^\s"'-][^\s"']*)/gu,
    samples: [['sshpass -p hunter2 ssh web-1', 'sshpass -p *** ssh web-1']],
  },
  {
    id: 'well-known-token',
    pattern:
      /(?<![\w-])(?<secret>(?:AKIA|ASIA)[A-Z\d]{16}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|sk_(?:live|test)_\w{10,}|sk-[\w-]{20,}|AIza[\w-]{30,}|npm_\w{30,}|dop_v1_\w{20,}|hvs\.[\w-]{20,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/gu,
    samples: [
      ['aws configure set aws_id AKIAIOSFODNN7EXAMPLE', 'aws configure set aws_id ***'],
      ['git push https://ghp_abcdefghijklmnopqrst1234@github.com/a/b', 'git push https://***@github.com/a/b'],
    ],
  },
  {
    id: 'private-key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----(?<secret>[\s\S]+?)(?:-----END|$)/gu,
    samples: [
      [
        'echo "-----BEGIN PRIVATE KEY-----abc-----END PRIVATE KEY-----"',
        'echo "-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY-----"',
      ],
    ],
  },
];
