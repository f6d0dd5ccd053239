import { type ReactElement, useId, useState } from 'react';

import { Button } from '../components.ts';
import { MOMENT_LABELS, timeDetails, timeText } from '../timeline.ts';
import type { Preview } from './preview.ts';
import { candidatesOf, type MomentChoice } from './moment-choice.ts';

interface MomentChoicesProps {
  readonly preview: Preview;
  readonly choice: MomentChoice;
  readonly zone: string;
  readonly onChange: (choice: MomentChoice) => void;
}

/** The moments that the evidence suggests, each with its reason and what else it could be. */
export function MomentChoices({ choice, onChange, preview, zone }: MomentChoicesProps): ReactElement | null {
  if (preview.moments.length === 0)
    return (
      <p className="proposal__none">
        No moments stand out, as an alert that fired or a message that all is well. Mark them in the timeline
        afterwards.
      </p>
    );
  const texts = new Map(preview.events.map(({ id, text }) => [id, text]));
  return (
    <section className="moment-choices" aria-label="Moments">
      <h2>Moments</h2>
      {preview.moments.map((moment) => (
        <MomentField
          key={moment.kind}
          moment={moment}
          texts={texts}
          zone={zone}
          chosen={choice[moment.kind] ?? 0}
          onChoose={(index) => onChange({ ...choice, [moment.kind]: index })}
        />
      ))}
    </section>
  );
}

interface MomentFieldProps {
  readonly moment: Preview['moments'][number];
  readonly zone: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

function MomentField({ chosen, moment, onChoose, texts, zone }: MomentFieldProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const name = useId();
  const candidates = candidatesOf(moment);
  const shown = candidates[chosen];
  const { label, meaning } = MOMENT_LABELS[moment.kind];
  return (
    <fieldset className="moment-field" data-none={chosen === -1}>
      <legend className="visually-hidden">{label}</legend>
      <div className="moment-field__head">
        <time className="moment-field__time" {...(shown && { title: timeDetails(shown.at, zone) })}>
          {shown === undefined ? '–' : timeText(shown.at, zone)}
        </time>
        <strong title={meaning}>{label}</strong>
        <span className="moment-field__reason">
          {shown === undefined ? 'not known' : (texts.get(shown.events[0] ?? '') ?? shown.reason)}
        </span>
        <Button
          size="sm"
          variant="quiet"
          aria-expanded={isOpen}
          aria-label={`Change ${label}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Done' : 'Change'}
        </Button>
      </div>
      {isOpen && (
        <div className="moment-field__choices">
          {candidates.map((candidate, index) => (
            <label key={`${candidate.at.written} ${candidate.reason}`} className="moment-field__choice">
              <input type="radio" name={name} checked={chosen === index} onChange={() => onChoose(index)} />
              <time>{timeText(candidate.at, zone)}</time>
              <span>
                {texts.get(candidate.events[0] ?? '')}
                <span className="moment-field__why">{candidate.reason}</span>
              </span>
            </label>
          ))}
          <label className="moment-field__choice">
            <input type="radio" name={name} checked={chosen === -1} onChange={() => onChoose(-1)} />
            <span />
            <span>None of these; leave it open</span>
          </label>
        </div>
      )}
    </fieldset>
  );
}
