import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useCallback, useState } from 'react';

import type { Rows } from '#core/shared-doc';
import { isZone } from '#core/time';

import { type PostmortemDetail, queries } from '../api.ts';
import { Loaded, Page } from '../app-shell.ts';
import { Button, Icon, SegmentedControl, Skeleton } from '../components.ts';
import { TimelineReading } from '../timeline.ts';
import { AddEvidence } from './add-evidence.tsx';
import { EvidenceContext, type EvidenceDesk } from './evidence-context.ts';
import './evidence-page.css';
import { EvidencePool } from './evidence-pool.tsx';
import { poolDrop } from './pool-drop.ts';
import { RawView } from './raw-view.tsx';

const EvidenceTimeline = lazy(async () => ({ default: (await import('./evidence-timeline.tsx')).EvidenceTimeline }));

/** The evidence of a post-mortem beside its timeline. */
export function EvidencePage(): ReactElement {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(queries.postmortem(id));
  return (
    <Loaded query={query} skeleton={<Skeleton lines={14} height="1.6rem" />}>
      {(detail) => <EvidenceOf key={detail.id} detail={detail} />}
    </Loaded>
  );
}

type Pane = 'pool' | 'timeline' | 'raw';

function EvidenceOf({ detail }: { readonly detail: PostmortemDetail }): ReactElement {
  const { at } = useSearch({ strict: false }) as { readonly at?: string };
  const navigate = useNavigate();
  const [adder, setAdder] = useState<EvidenceDesk['add']>();
  const [pane, setPane] = useState<Pane>(at === undefined ? 'pool' : 'raw');
  const [isAdding, setAdding] = useState(false);
  const stated = detail.record.timelineZone;
  const zone = stated !== undefined && isZone(stated) ? stated : 'UTC';
  const open = useCallback(
    (reference: string | undefined) => {
      setPane(reference === undefined ? 'timeline' : 'raw');
      navigate({
        to: '/postmortems/$id/evidence',
        params: { id: detail.id },
        search: reference === undefined ? {} : { at: reference },
        replace: true,
      }).catch(reportError);
    },
    [navigate, detail.id],
  );
  const offerAdd = useCallback((add: EvidenceDesk['add']) => setAdder(() => add), []);
  const desk: EvidenceDesk = { postmortemId: detail.id, zone, open, add: adder };
  return (
    <EvidenceContext value={desk}>
      <Page
        title="Evidence"
        actions={
          <>
            {detail.mayEdit && (
              <Button icon="upload" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
                Add evidence
              </Button>
            )}
            <Link
              to="/postmortems/$id"
              params={{ id: detail.id }}
              className="button button--secondary"
              title={detail.title}
            >
              <Icon name="document" /> Post-mortem
            </Link>
          </>
        }
      >
        {isAdding && <AddEvidence onClose={() => setAdding(false)} />}
        <div className="evidence-desk__choice">
          <SegmentedControl<Pane>
            label="What is shown"
            value={pane}
            onChange={setPane}
            options={[
              { value: 'pool', label: 'Evidence' },
              { value: 'timeline', label: 'Timeline' },
              { value: 'raw', label: 'Raw' },
            ]}
          />
        </div>
        <div className="evidence-desk" data-pane={pane}>
          <EvidencePool detail={detail} />
          <section className="evidence-side" aria-label={at === undefined ? 'Timeline' : 'Raw evidence'}>
            {at !== undefined && <RawView reference={at} />}
            <div className="evidence-side__timeline" hidden={at !== undefined} {...poolDrop(adder)}>
              {detail.mayEdit ? (
                <Suspense fallback={<Skeleton lines={10} height="1.6rem" />}>
                  <EvidenceTimeline zone={zone} postmortemId={detail.id} onAdd={offerAdd} />
                </Suspense>
              ) : (
                <TimelineReading record={detail.record} rows={detail.rows as Rows} zone={zone} />
              )}
            </div>
          </section>
        </div>
      </Page>
    </EvidenceContext>
  );
}
