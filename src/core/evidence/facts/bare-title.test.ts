import { expect, it } from 'vitest';
import { bareTitle } from './bare-title.ts';

it.each([
  [
    '[FIRING:1] checkout-api (CheckoutErrors prod critical) | <http://am/#/alerts>',
    'checkout-api (CheckoutErrors prod critical)',
  ],
  ['[FIRING:1] checkout-api (prod) | ', 'checkout-api (prod)'],
  [':fire: *Triggered #42: Checkout down*', 'Checkout down'],
  ['🚨 Alert: Pool exhausted', 'Pool exhausted'],
  ['Pool exhausted (https://example.com/x)', 'Pool exhausted'],
  ['[OK]', undefined],
  [undefined, undefined],
])('takes the decoration off "%s"', (title, bare) => {
  expect(bareTitle(title)).toBe(bare);
});
