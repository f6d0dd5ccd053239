import { type ReactNode, useMemo } from 'react';

interface ZoneSelectProps {
  readonly zone: string;
  /** Zone of the document, offered first. */
  readonly documentZone: string;
  readonly onChange: (zone: string) => void;
}

/** Chooses the zone in which times are shown. What is stored does not change. */
export function ZoneSelect({ documentZone, onChange, zone }: ZoneSelectProps): ReactNode {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const near = [...new Set([documentZone, 'UTC', own, zone])];
  const others = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  return (
    <label className="timeline-zone">
      Times in{' '}
      <select value={zone} aria-label="Zone of the times" onChange={(event) => onChange(event.currentTarget.value)}>
        <optgroup label="Here">
          {near.map((each) => (
            <option key={each} value={each}>
              {each === own && each !== 'UTC' ? `${each} (yours)` : each}
            </option>
          ))}
        </optgroup>
        <optgroup label="All zones">
          {others
            .filter((each) => !near.includes(each))
            .map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
        </optgroup>
      </select>
    </label>
  );
}
