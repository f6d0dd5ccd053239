import { useParams } from '@tanstack/react-router';
import type { ClipboardEvent, DragEvent } from 'react';

import { api } from '../api/index.ts';
import { tellProblem } from '../app-shell/index.ts';
import type { LiveSession } from '../editor/live-session.ts';
import { attach } from './timeline-edits.ts';

const IMAGE = /^image\/(?:png|jpeg|gif|webp)$/u;

/** Images that are pasted into or dropped onto a row are attached to it. */
export function useImagesOf(session: LiveSession): {
  readonly paste: (event: ClipboardEvent) => void;
  readonly drop: (event: DragEvent) => void;
} {
  const postmortemId = useParams({ strict: false }).id ?? session.target.postmortemId;
  const sendAll = async (id: string, images: readonly File[]): Promise<void> => {
    const sent = await Promise.all(images.map((image) => send(postmortemId, image)));
    session.closeStep();
    attach(session, id, { images: sent });
  };
  const take = (target: EventTarget, files: FileList): boolean => {
    const id = (target as HTMLElement).closest<HTMLElement>('tr[data-row]')?.dataset['row'];
    const images = [...files].filter(({ type }) => IMAGE.test(type));
    if (id === undefined || images.length === 0) return false;
    sendAll(id, images).catch(tellProblem);
    return true;
  };
  return {
    paste: (event) => {
      if (take(event.target, event.clipboardData.files)) event.preventDefault();
    },
    drop: (event) => {
      if (take(event.target, event.dataTransfer.files)) event.preventDefault();
    },
  };
}

async function send(postmortemId: string, image: File): Promise<string> {
  const { id } = await api('uploadImage', { path: { postmortemId }, query: { name: image.name }, body: image });
  return id;
}
