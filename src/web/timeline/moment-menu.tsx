import type { ReactNode } from 'react';

import type { MomentKind } from '#core/record';

import { IconButton, Menu, MenuCheck, MenuLabel, showToast } from '../components/index.ts';
import { useEditing } from './editing-context.ts';
import { MOMENT_LABELS } from './moment-labels.data.ts';
import { entriesOfDoc } from './shared-timeline.ts';
import { timeText } from './time-text.ts';
import { setMoment } from './timeline-edits.ts';
import type { TimelineEntry } from './timeline-entry.ts';

const KINDS = Object.keys(MOMENT_LABELS) as MomentKind[];

/** Says what an event was: the fifteen moments, with where each one is now. */
export function MomentMenu({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  return (
    <Menu
      label="Moments that this event stands for"
      align="end"
      trigger={<IconButton icon="flag" label="Mark as a moment (M)" data-moment-trigger size="sm" />}
    >
      <MomentChoices entry={entry} />
    </Menu>
  );
}

function MomentChoices({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const { session, zone } = useEditing();
  const elsewhere = new Map(
    entriesOfDoc(session.doc).flatMap((each) =>
      each.id === entry.id ? [] : each.moments.map((kind) => [kind, each] as const),
    ),
  );
  const choose = (kind: MomentKind, on: boolean): void => {
    const other = elsewhere.get(kind);
    session.closeStep();
    setMoment(session, entry.id, { kind, on });
    if (on && other !== undefined)
      showToast({
        text: `${MOMENT_LABELS[kind].label} moved here from ${timeOf(other, zone)}.`,
        action: { label: 'Undo', run: () => session.undo.undo() },
      });
  };
  return (
    <>
      <MenuLabel>This event is when …</MenuLabel>
      {KINDS.map((kind) => {
        const other = elsewhere.get(kind);
        return (
          <MenuCheck key={kind} checked={entry.moments.includes(kind)} onChange={(on) => choose(kind, on)}>
            {MOMENT_LABELS[kind].label}{' '}
            <span className="timeline-menu-note">
              {other === undefined ? MOMENT_LABELS[kind].meaning : `now ${timeOf(other, zone)}`}
            </span>
          </MenuCheck>
        );
      })}
    </>
  );
}

function timeOf({ at, text }: TimelineEntry, zone: string): string {
  return at === null ? `“${text.slice(0, 30)}”` : timeText(at, zone);
}
