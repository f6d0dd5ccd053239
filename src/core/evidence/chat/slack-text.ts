import type { Lookups } from '../types.ts';

type Names = Pick<Lookups, 'people' | 'channels'>;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * Slack's message markup as people see it: `<@U123>` becomes `@name`, `<#C1|ops>` `#ops`, `<!here>` `@here`,
 * `<https://x|label>` `label (https://x)`, and `&amp;` `&`. Ids without a known name stay as they are.
 */
export function slackText(markup: string, names: Names): string {
  return markup
    .replaceAll(/<([^<>\n]+)>/gu, (whole, inner: string) => reference(inner, names) ?? whole)
    .replaceAll(/&(amp|lt|gt|quot|#39);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
}

function reference(inner: string, names: Names): string | undefined {
  const bar = inner.indexOf('|');
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? undefined : inner.slice(bar + 1).trim() || undefined;
  const id = target.slice(1);
  if (target.startsWith('@')) return `@${names.people.get(id) ?? label ?? id}`;
  if (target.startsWith('#')) return `#${names.channels.get(id) ?? label ?? id}`;
  if (target.startsWith('!')) return special(id, label);
  if (!/^(?:https?|mailto|tel|ftp):/u.test(target)) return undefined;
  const address = target.replace(/^(?:mailto|tel):/u, '');
  return label === undefined || label === address || `https://${label}` === address ? address : `${label} (${address})`;
}

/** `!here`, `!channel`, `!subteam^S1|@oncall`, `!date^1392734382^{date}|fallback`. */
function special(id: string, label: string | undefined): string {
  const name = id.split('^')[0] ?? id;
  return label ?? `@${name}`;
}
