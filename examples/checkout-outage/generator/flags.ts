import { at, iso } from './clock.ts';
import { PEOPLE, T } from './story.ts';

const { tomasz, meiling, ana } = PEOPLE;
const CHANGES: readonly (readonly [number, string, string, string, string, string])[] = [
  [at('Mon 09:15:00'), 'payments.webhook-jitter', 'off', 'on', meiling.email, ''],
  [at('Mon 10:30:12'), 'search.synonyms', '25 %', '50 %', 'nadia.haddad@larkspur.example', 'no complaints so far'],
  [at('Mon 14:40:55'), 'checkout.guest-voucher', 'off', '10 %', ana.email, 'with release 41'],
  [at('Mon 15:58:20'), 'checkout.express-button', 'off', '10 %', tomasz.email, ''],
  [at('09:01:33'), 'search.synonyms', '50 %', '100 %', 'nadia.haddad@larkspur.example', ''],
  [at('09:45:10'), 'checkout.guest-voucher', '10 %', '100 %', ana.email, 'conversion up, see dashboard'],
  [at('12:44:18'), 'cart.gift-wrap', 'off', 'on', meiling.email, 'after the cart deploy'],
  [T.flagOn, 'checkout.express-button', '10 %', '50 %', tomasz.email, 'step 2 of 3, as planned'],
  [T.flagOff, 'checkout.express-button', '50 %', '10 %', tomasz.email, '"just in case", incident 412'],
  [at('15:40:02'), 'web.banner-checkout-trouble', 'on', 'off', PEOPLE.yusuf.email, ''],
];

/** The audit export of the feature flags, oldest first. */
export function flagChanges(): string {
  const rows = CHANGES.map(([time, flag, from, to, who, note]) =>
    [iso(time), flag, 'production', from, to, who, quoted(note)].join(','),
  );
  return `changed_at,flag,environment,from,to,changed_by,note\n${rows.join('\n')}\n`;
}

const quoted = (text: string): string => (/[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** How many changes it holds. */
export const FLAG_CHANGES = CHANGES.length;
