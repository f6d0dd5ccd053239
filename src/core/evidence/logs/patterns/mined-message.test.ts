import { describe, expect, it } from 'vitest';

import { minedMessage } from './mined-message.ts';
import { createPatternMiner } from './pattern-miner.ts';

function patternOf(message: string, details: string): string {
  const miner = createPatternMiner();
  return miner.template(miner.add(minedMessage(message, details)));
}

const JAVA = (line: number, last = 'take'): string =>
  [
    `java.sql.SQLTransientException: no connection for order ${String(line)}`,
    `\tat org.example.Pool.${last}(Pool.java:${String(line)})`,
    `\tat org.example.Checkout.pay(Checkout.java:${String(line + 1)})`,
  ].join('\n');

describe('the message of a record with a trace', () => {
  it('is that of the exception and its top frames, without line numbers', () => {
    expect(patternOf('payment 17 failed', JAVA(12))).toBe(
      'payment <*> failed · java.sql.SQLTransientException at org.example.Pool.take, org.example.Checkout.pay',
    );
    expect(patternOf('payment 18 failed', JAVA(99))).toBe(patternOf('payment 17 failed', JAVA(12)));
  });

  it('tells traces from other places apart', () => {
    const miner = createPatternMiner();
    const shapes = ['take', 'give', 'open', 'close', 'ping', 'warm'].map((last) =>
      miner.add(minedMessage('payment failed', JAVA(12, last))),
    );
    expect(new Set(shapes.map((shape) => miner.patternOf(shape))).size).toBe(6);
  });

  it.each([
    ['Python', 'File "/srv/app.py", line 3, in pay\n    take()\n  File "/srv/pool.py", line 9, in take', 'take, pay'],
    ['Node', 'TypeError: x\n    at take (/srv/pool.js:1:2)\n    at async pay (/srv/pay.js:3:4)', 'take, pay'],
    ['Ruby', "pool.rb:9:in 'take'\n\tfrom app.rb:3:in 'pay'", 'take, pay'],
    ['PHP', '#0 /srv/pool.php(9): take()\n#1 /srv/app.php(3): pay()', 'take, pay'],
    ['Go', 'goroutine 1 [running]:\nmain.take(0xc0000)\n\t/srv/pool.go:9 +0x1\nmain.pay(0x1)', 'main.take, main.pay'],
    ['Rust', '   4: pool::take\n             at ./src/pool.rs:9\n   5: app::pay', 'pool::take, app::pay'],
  ])('has the top frames of %s', (_, details, frames) => {
    expect(patternOf('it broke', details)).toMatch(new RegExp(`^it broke · .+ at ${frames}$`, 'u'));
  });

  it('is the message itself where there is no trace', () => {
    expect(minedMessage('started', 'with two\nfurther lines')).toBe('started');
  });
});
