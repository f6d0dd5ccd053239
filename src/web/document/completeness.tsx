import type { ReactElement } from 'react';

import type { RouteOutput } from '#contract/client';

import { Button, CompletenessRing, Popover, PopoverClose } from '../components/index.ts';
import type { Place } from './document-context.ts';
import './findings.css';
import { placeOfPath } from './place-of-path.ts';

interface CompletenessProps {
  readonly completeness: RouteOutput<'getFindings'>['completeness'];
  /** Opens the place of what is missing; absent for readers. */
  readonly onEdit?: ((place: Place, path: string) => void) | undefined;
}

/** How much of what the template asks for is there; behind it what is missing, each leading to its place. */
export function Completeness({ completeness, onEdit }: CompletenessProps): ReactElement {
  const { missing, part } = completeness;
  const percent = Math.round(part * 100);
  return (
    <Popover
      label="Completeness"
      align="end"
      trigger={
        <Button variant="quiet" className="completeness__button" aria-label={`Complete: ${String(percent)} %`}>
          <CompletenessRing part={part} />
          {percent}&thinsp;%
        </Button>
      }
    >
      <div className="completeness">
        <h2>{missing.length === 0 ? 'Everything the template asks for is there.' : 'Still missing'}</h2>
        <ul className="completeness__list">
          {missing.map(({ label, path, required }) => {
            const place = placeOfPath(path) ?? 'head';
            return (
              <li key={path}>
                <PopoverClose asChild>
                  <a href={place === 'head' ? '#top' : `#${place}`} onClick={() => onEdit?.(place, path)}>
                    {label}
                    {required && <span className="completeness__required">required</span>}
                  </a>
                </PopoverClose>
              </li>
            );
          })}
        </ul>
      </div>
    </Popover>
  );
}
