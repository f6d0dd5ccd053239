import { ProblemError, queryString, type Problem, type RouteOutput } from '#contract/client';

import { csrfHeaders } from '../api/index.ts';
import type { ChosenFile } from './chosen-file.ts';

/** A piece of evidence as the server keeps it. */
export type EvidenceItem = RouteOutput<'uploadEvidence'>;

/** How a sending is told of, and stopped. */
export interface Sending {
  readonly zone: string | undefined;
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly onProgress: (part: number) => void;
}

/**
 * Sends a file as evidence and tells how far it is, which `fetch` cannot. Throws `ProblemError` where the server refuses
 * it or cannot be reached.
 */
export function sendFile({ file, name }: ChosenFile, { onProgress, signal, zone }: Sending): Promise<EvidenceItem> {
  const { promise, reject, resolve } = Promise.withResolvers<EvidenceItem>();
  const request = new XMLHttpRequest();
  request.open('POST', `/api/v1/evidence?${queryString({ name, zone })}`);
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream', ...csrfHeaders() };
  for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value);
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total));
  request.addEventListener('load', () => {
    if (request.status < 300) resolve(request.response as EvidenceItem);
    else reject(new ProblemError((request.response ?? unexplained(request.status)) as Problem));
  });
  request.addEventListener('error', () => reject(new ProblemError(UNREACHABLE)));
  request.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')));
  signal.addEventListener('abort', () => request.abort());
  request.send(file);
  return promise;
}

const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'No connection',
  status: 0,
  detail: 'The server could not be reached, or stopped taking the file.',
  code: 'unreachable',
  help: 'Check the connection and try again; what was sent already need not be sent again.',
};

function unexplained(status: number): Problem {
  return {
    type: 'about:blank',
    title: 'Refused',
    status,
    detail: `The server answered with status ${status} and no explanation.`,
    code: 'unexplained',
    help: 'Try again; if it stays, look at what stands between you and the server.',
  };
}
