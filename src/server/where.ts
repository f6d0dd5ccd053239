import { fileURLToPath } from 'node:url';

/** The built web application of this package: beside the server in `dist`, or there while sources run. */
export function builtWebDirectory(): string {
  const isSource = import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(isSource ? '../../dist/web' : '../web', import.meta.url));
}

/** Address for people of this machine. Whoever listens everywhere listens here, too. */
export function localUrl(host: string, port: number): string {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
