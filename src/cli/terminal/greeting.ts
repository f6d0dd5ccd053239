import type { RunningServer, ServerSettings } from '#server';

import type { Stream } from './screen.ts';

/** What a server that has just started says. */
export function greeting(
  stream: Stream,
  started: { readonly server: RunningServer; readonly settings: ServerSettings },
): string[] {
  const { bold, dim } = stream.colours;
  const { server, settings } = started;
  const { firstRunLink, url } = server;
  const link =
    firstRunLink === undefined ? [] : [row('Begin', bold(firstRunLink), dim('this link makes the first admin, once'))];
  const place = settings.databaseUrl === undefined ? settings.dataDirectory : 'the database of DATABASE_URL';
  return [
    '',
    `${bold('Nevertwice')} ${settings.version} is running.`,
    '',
    row('Open', firstRunLink === undefined ? bold(url) : url),
    ...link,
    row('Data', place),
    '',
    dim('Ctrl-C stops it.'),
  ];
}

function row(name: string, value: string, note = ''): string {
  return `  ${name.padEnd(6)} ${value}${note === '' ? '' : `\n         ${note}`}`;
}
