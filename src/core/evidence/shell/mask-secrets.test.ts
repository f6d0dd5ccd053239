import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { maskSecrets } from './mask-secrets.ts';
import { SECRET_PATTERNS } from './secrets.data.ts';

describe('secrets in commands', () => {
  for (const { id, samples } of SECRET_PATTERNS) {
    it.each(samples)(`${id}: %s`, (command, expected) => {
      expect(maskSecrets(command).text).toBe(expected);
      expect(maskSecrets(command).count).toBe(command === expected ? 0 : 1);
    });
  }

  it.each([
    'kubectl rollout undo deployment/checkout-api',
    'git checkout -b token-refresh',
    'grep -r password src/',
    'vi /etc/passwd',
    'curl https://shop.example:8443/health',
    'mysql -uroot -p shop',
    'echo $PASSWORD',
    'kubectl get secret db -o yaml',
    'ssh -p 2222 web-1',
  ])('leaves “%s” alone', (command) => {
    expect(maskSecrets(command)).toEqual({ text: command, count: 0 });
  });

  it('takes every secret of a command out', () => {
    expect(maskSecrets('A_TOKEN=abc1 curl -u ada:pw12 --token xyz9 https://u:pw34@h/')).toEqual({
      text: 'A_TOKEN=*** curl -u ada:*** --token *** https://u:***@h/',
      count: 4,
    });
  });

  it('finds nothing more the second time and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (command) => {
        const once = maskSecrets(command).text;
        expect(maskSecrets(`--token ${once}`).text.length).toBeGreaterThan(0);
      }),
    );
  });
});
