import { describe, expect, it } from 'vitest';
import { briefly, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import { alertFormats } from './index.ts';

const component = (old_status: string, new_status: string) => ({
  code: 'c1',
  name: 'Payments',
  old_status,
  new_status,
});
const incident = {
  id: 'i1',
  name: 'Payments fail',
  status: 'resolved',
  impact: 'major',
  shortlink: 'http://stspg.io/x',
  created_at: '2026-02-23T08:20:00Z',
  incident_updates: [
    {
      id: 'u3',
      status: 'resolved',
      body: 'All good.',
      display_at: '2026-02-23T09:00:00.785Z',
      affected_components: [component('partial_outage', 'operational')],
    },
    {
      id: 'u2',
      status: 'monitoring',
      body: 'Rolled back.',
      created_at: '2026-02-23T08:50:00Z',
      affected_components: null,
    },
    {
      id: 'u1',
      status: 'identified',
      body: 'A bad deploy.',
      display_at: '2026-02-23T08:30:00Z',
      affected_components: [component('operational', 'partial_outage')],
    },
  ],
};

const read = (content: unknown) => readWithBest(alertFormats, evidenceOf(content));
const expected = [
  '2026-02-23T08:30:00Z status-update | Status page, identified: Payments fail: A bad deploy.',
  '2026-02-23T08:30:00Z status-update | Status page: Payments changed from operational to partial outage',
  '2026-02-23T08:50:00Z status-update | Status page, monitoring: Payments fail: Rolled back.',
  '2026-02-23T09:00:00.785Z resolved | Status page, resolved: Payments fail: All good.',
  '2026-02-23T09:00:00.785Z status-update | Status page: Payments changed from partial outage to operational',
];

describe('Statuspage', () => {
  it.each([
    ['webhook', { meta: {}, page: { id: 'p' }, incident }],
    ['API answer', { page: { id: 'p' }, incidents: [incident] }],
    ['list', [incident]],
  ])('gives the updates of a %s oldest first, with the components that changed', (_name, content) => {
    const reading = read(content);
    expect(reading).toMatchObject({ format: 'statuspage-incidents', findings: [] });
    expect(briefly(reading.events)).toEqual(expected);
    expect(reading.events[2]?.key).toBe('statuspage:i1:u2');
  });

  it('takes begin and end of an incident without updates', () => {
    const reading = read([{ ...incident, incident_updates: [], resolved_at: '2026-02-23T09:00:00Z' }]);
    expect(reading.events.map(({ kind, at }) => [kind, at.instant])).toEqual([
      ['status-update', '2026-02-23T08:20:00Z'],
      ['resolved', '2026-02-23T09:00:00Z'],
    ]);
  });

  it('reads a change of one component', () => {
    const component_update = {
      id: 'cu1',
      created_at: '2026-02-23T08:21:00Z',
      old_status: 'operational',
      new_status: 'major_outage',
    };
    const reading = read({
      page: {},
      component_update,
      component: { id: 'c1', name: 'Payments', status: 'major_outage' },
    });
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:21:00Z status-update | Status page: Payments changed from operational to major outage',
    ]);
  });
});
