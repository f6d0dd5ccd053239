import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { evidenceText } from '../evidence.fixture.ts';
import { type EvidenceReading, readEvidence } from '../read-evidence.ts';

const ROOT = new URL('../../../../../shared/evidence/', import.meta.url);

function readFolder(folder: string): EvidenceReading {
  const files = readdirSync(new URL(`${folder}/`, ROOT)).filter((file) => file !== 'SOURCE.txt');
  const inputs = files.map((file) => evidenceText(readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8'), { file }));
  return readEvidence(inputs, { now: '2026-12-31T00:00:00Z' });
}

describe.skipIf(!existsSync(ROOT))('real samples', () => {
  it('of kubectl rollout history give every revision as a finding', () => {
    const { readings, events, findings } = readFolder('kubectl-rollout');
    expect(readings.map(({ format }) => format)).toEqual(['kubectl-rollout-history']);
    expect(events).toEqual([]);
    const revisions = findings.map(({ message }) => message.replace(/ ha(?:ve|s) .*/u, ''));
    expect(revisions).toEqual([
      'Revisions 1, 2 of deployment nginx-deployment',
      'Revisions 2, 3 of deployment api-transacoes',
      'Revision 1 of deployment webapp',
      'Revisions 1, 2, 3 of deployment nginx',
      'Revisions 3, 4, 5 of deployment my-dep',
      'Revision 1 of deployment nginx-update',
    ]);
  });

  it('of Kubernetes give the same events from JSON and from a YAML stream', () => {
    const { events, findings } = readFolder('k8s-events');
    expect(findings).toEqual([]);
    const from = (file: string): string[] => {
      const own = events.filter(
        ({ source, key }) => source.file === file && key?.startsWith('kubernetes-event:') === true,
      );
      return own.map(({ at, text, key }) => `${at.instant} ${text} ${key}`).toSorted();
    };
    expect(from('deployment-2-pods.events.json')).toHaveLength(19);
    expect(from('deployment-2-pods.events.yaml')).toEqual(from('deployment-2-pods.events.json'));
    expect(from('single_event_knative.json')).toHaveLength(1);
    const rollouts = events.filter(({ key }) => key?.startsWith('rollout:') === true);
    expect(new Set(rollouts.map(({ key, at }) => `${key} ${at.instant}`))).toEqual(
      new Set(['rollout:default/px#2 2021-05-18T17:10:49Z', 'rollout:default/px#3 2021-05-19T09:42:58Z']),
    );
  });

  it('of Argo CD give eight deployments, the last one a change of a parameter', () => {
    const { events, findings } = readFolder('argocd');
    expect(findings).toEqual([]);
    expect(events).toHaveLength(8);
    expect(events.at(-1)).toMatchObject({
      at: { instant: '2021-07-11T21:33:15Z' },
      kind: 'config',
      text: 'Argo CD deployed nginx at cf19b85 again with image.tag=1.20.0',
    });
  });

  it('of GitHub webhooks are all read', () => {
    const { readings, findings } = readFolder('github');
    expect(findings).toEqual([]);
    expect(readings).toHaveLength(15);
    expect(readings.filter(({ format, events }) => format !== 'github' || events === 0)).toEqual([]);
  });
});
