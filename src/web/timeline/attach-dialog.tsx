import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';

import { instantToEpoch } from '#core/time';

import { api, problemOf } from '../api/index.ts';
import { Button, Dialog, IconButton, ProblemNotice, TextInput } from '../components/index.ts';
import { useEditing } from './editing-context.ts';
import { dayLabel } from './time-ticks.ts';
import { timeDetails, timeText } from './time-text.ts';
import { attach, detach } from './timeline-edits.ts';
import { useTimelineEntries } from './use-timeline-shape.ts';

/** Ties evidence to an event: lines of the pool, or an image. */
export function AttachDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const { session, zone } = useEditing();
  const postmortemId = useParams({ strict: false }).id ?? session.target.postmortemId;
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const found = useQuery({
    queryKey: ['postmortem', postmortemId, 'evidence-events', 'attach', words],
    queryFn: ({ signal }) =>
      api('listEvidenceEvents', {
        path: { postmortemId },
        query: { limit: 50, ...(words === '' ? {} : { q: words }) },
        signal,
      }),
    placeholderData: (before) => before,
  });
  const upload = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      const image = await api('uploadImage', { path: { postmortemId }, query: { name: file.name }, body: file });
      attach(session, id, { images: [image.id] });
      onClose();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Dialog
      open
      size="lg"
      title="Attach to this event"
      onClose={onClose}
      footer={
        <label className="button button--secondary">
          Choose an image
          <input
            type="file"
            className="visually-hidden"
            accept="image/png,image/jpeg,image/gif,image/webp"
            onChange={(event) => upload(event.currentTarget.files?.[0])}
          />
        </label>
      }
    >
      <Attached id={id} />
      {problem !== null && <ProblemNotice problem={problemOf(problem)} />}
      <TextInput
        data-autofocus
        aria-label="Search the evidence"
        placeholder="Search the evidence"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {found.error !== null && <ProblemNotice problem={problemOf(found.error)} />}
      <ul className="timeline-attach">
        {(found.data?.items ?? []).map((event) => (
          <li key={event.id}>
            <Button
              variant="quiet"
              className="timeline-attach__item"
              disabled={event.reference === undefined}
              onClick={() => {
                attach(session, id, { sources: event.reference?.split(', ') ?? [] });
                onClose();
              }}
            >
              <time title={timeDetails(event.at, zone)}>
                {event.at.instant === null ? '' : `${dayLabel(instantToEpoch(event.at.instant), zone).slice(4)} `}
                {timeText(event.at, zone)}
              </time>
              <span className="timeline-attach__text">{event.text}</span>
              <span className="timeline-source">{event.reference?.split(', ')[0]}</span>
            </Button>
          </li>
        ))}
      </ul>
      {found.data?.items.length === 0 && <p className="timeline-empty">No evidence says that.</p>}
    </Dialog>
  );
}

/** What is attached already, each with a way to take it off. */
function Attached({ id }: { readonly id: string }): ReactNode {
  const { session } = useEditing();
  const entry = useTimelineEntries(session.doc).find((each) => each.id === id);
  const attached = [...(entry?.meta.sources ?? []), ...(entry?.meta.attachments ?? [])];
  if (attached.length === 0) return null;
  return (
    <ul className="timeline-attached" aria-label="Attached now">
      {attached.map((what, index) => (
        <li key={what}>
          {/^[0-9a-f]{64}$/u.test(what) ? `Image ${index + 1 - (entry?.meta.sources?.length ?? 0)}` : what}
          <IconButton size="sm" icon="close" label={`Take ${what} off`} onClick={() => detach(session, id, what)} />
        </li>
      ))}
    </ul>
  );
}
