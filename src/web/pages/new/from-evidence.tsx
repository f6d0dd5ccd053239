import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo, useState } from 'react';

import { DropZone } from '../upload.ts';
import { UploadList, UploadQueue, useUploads } from '../upload.ts';
import { api, problemOf } from '../api.ts';
import { ProblemNotice, Skeleton } from '../components.ts';
import { DraftProposal } from './draft-proposal.tsx';

/** From files to a draft: they are sent as they come, what they say is shown, and a person confirms it. */
export function FromEvidence(): ReactElement {
  const [queue] = useState(() => new UploadQueue());
  const [zone, setZone] = useState<string>();
  const uploads = useUploads(queue);
  useEffect(() => () => queue.stopAll(), [queue]);
  const isSending = uploads.some(({ state }) => state === 'sending' || state === 'waiting');
  const evidence = useMemo(
    () => uploads.flatMap(({ item, name }) => (item === undefined ? [] : [{ id: item.id, name }])),
    [uploads],
  );
  const hasFiles = uploads.length > 0;
  return (
    <div className="new-evidence">
      <DropZone isSmall={hasFiles} pasteName="pasted" onFiles={(files) => queue.add(files, zone)}>
        {hasFiles ? (
          'Drop more files here, or paste text.'
        ) : (
          <>
            <strong>Drop files or a folder, or paste text</strong>
            Chat exports, alerts and pages, deploy records, git logs, application logs, shell history, tables. Every
            event keeps the line that it comes from; nothing is changed or thrown away.
          </>
        )}
      </DropZone>
      <UploadList queue={queue} />
      {evidence.length > 0 && !isSending && <Proposal evidence={evidence} zone={zone} onZone={setZone} />}
    </div>
  );
}

interface ProposalProps {
  readonly evidence: readonly { readonly id: string; readonly name: string }[];
  readonly zone: string | undefined;
  readonly onZone: (zone: string | undefined) => void;
}

function Proposal({ evidence, onZone, zone }: ProposalProps): ReactElement {
  const settings = { evidence: [...evidence], ...(zone === undefined ? {} : { zone }) };
  const preview = useQuery({
    queryKey: ['draft-preview', settings],
    queryFn: ({ signal }) => api('previewDraft', { body: settings, signal }),
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
  if (preview.error !== null)
    return (
      <ProblemNotice
        problem={problemOf(preview.error)}
        onRetry={() => {
          preview.refetch().catch(reportError);
        }}
      />
    );
  if (preview.data === undefined)
    return (
      <div className="new-evidence__reading" aria-busy="true">
        <output>Reading the evidence …</output>
        <Skeleton lines={6} height="1.4rem" />
      </div>
    );
  return <DraftProposal preview={preview.data} settings={settings} onZone={onZone} />;
}
