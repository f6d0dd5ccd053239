import { type ReactElement, useEffect, useMemo, useState } from 'react';

import { problemOf, useCall } from '../api.ts';
import { Button, ProblemNotice } from '../components.ts';
import { DropZone, UploadList, UploadQueue, useUploads } from '../upload.ts';
import { useEvidenceDesk } from './evidence-context.ts';

/** Sends more files, and ties them to the post-mortem once they are there. */
export function AddEvidence({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { postmortemId } = useEvidenceDesk();
  const [queue] = useState(() => new UploadQueue());
  const uploads = useUploads(queue);
  const attach = useCall('attachEvidence', { outdates: [['postmortem', postmortemId]], onSuccess: onClose });
  useEffect(() => () => queue.stopAll(), [queue]);
  const isSending = uploads.some(({ state }) => state === 'sending' || state === 'waiting');
  const evidence = useMemo(
    () => uploads.flatMap(({ item, name }) => (item === undefined ? [] : [{ id: item.id, name }])),
    [uploads],
  );
  return (
    <div className="add-evidence">
      <DropZone isSmall={uploads.length > 0} pasteName="pasted" onFiles={(files) => queue.add(files)}>
        {uploads.length > 0 ? (
          'Drop more files here, or paste text.'
        ) : (
          <strong>Drop files or a folder, or paste text</strong>
        )}
      </DropZone>
      <UploadList queue={queue} />
      {attach.error !== null && <ProblemNotice problem={problemOf(attach.error)} />}
      {evidence.length > 0 && (
        <Button
          variant="primary"
          busy={attach.isPending}
          disabled={isSending}
          onClick={() => attach.mutate({ path: { postmortemId }, body: { evidence } })}
        >
          {evidence.length === 1 ? 'Attach 1 file' : `Attach ${evidence.length} files`}
        </Button>
      )}
    </div>
  );
}
