import type { ReactNode } from 'react';

import { isWhole, panView, type ViewWindow, WHOLE_VIEW, zoomView } from './view-window.ts';

interface PictureToolbarProps {
  readonly view: ViewWindow;
  readonly setView: (view: ViewWindow) => void;
}

/** Buttons for what wheel, fingers and keys do as well. */
export function PictureToolbar({ setView, view }: PictureToolbarProps): ReactNode {
  const whole = isWhole(view);
  return (
    <div className="timeline-picture__tools no-print" role="toolbar" aria-label="Zoom of the timeline picture">
      <ToolButton label="Zoom in" keys="+" path="M8 3.5v9M3.5 8h9" onClick={() => setView(zoomView(view, 1.6))} />
      <ToolButton
        label="Zoom out"
        keys="−"
        path="M3.5 8h9"
        isDisabled={whole}
        onClick={() => setView(zoomView(view, 1 / 1.6))}
      />
      {!whole && (
        <>
          <ToolButton
            label="Earlier"
            keys="Page up"
            path="M10 4L6 8l4 4"
            onClick={() => setView(panView(view, -0.5))}
          />
          <ToolButton label="Later" keys="Page down" path="M6 4l4 4-4 4" onClick={() => setView(panView(view, 0.5))} />
          <ToolButton
            label="Show everything"
            keys="0"
            path="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3"
            onClick={() => setView(WHOLE_VIEW)}
          />
        </>
      )}
    </div>
  );
}

interface ToolButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly path: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

function ToolButton({ isDisabled = false, keys, label, onClick, path }: ToolButtonProps): ReactNode {
  return (
    <button type="button" aria-label={label} title={`${label} (${keys})`} disabled={isDisabled} onClick={onClick}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
