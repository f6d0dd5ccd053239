import { type ReactElement, useEffect, useState } from 'react';

import { classNames } from '../components/index.ts';
import type { ArrangedSection } from '../outline/arrange-sections.ts';
import type { SectionId } from '../outline/part.ts';

interface ContentsProps {
  readonly sections: readonly ArrangedSection[];
  readonly current: SectionId | undefined;
  /** How many findings each section has. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Table of contents: where one is, and what is still to do where. */
export function Contents({ counts, current, sections }: ContentsProps): ReactElement {
  return (
    <nav className="contents" aria-label="Contents">
      <ol>
        {sections.map(({ filled, id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className={classNames(!filled && 'contents__empty')}
              aria-current={current === id ? 'location' : undefined}
            >
              <span>{title}</span>
              {(counts.get(id) ?? 0) > 0 && (
                <span className="contents__count" title={`${String(counts.get(id))} findings`}>
                  {counts.get(id)}
                </span>
              )}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The section that is being read: the last one whose heading has passed the upper third of the window. */
export function useCurrentSection(ids: readonly SectionId[]): SectionId | undefined {
  const [current, setCurrent] = useState<SectionId>();
  const key = ids.join(' ');
  useEffect(() => {
    let asked = 0;
    const look = (): void => {
      asked = 0;
      const line = innerHeight / 3;
      const passed = key
        .split(' ')
        .filter((id) => (document.querySelector(`#${CSS.escape(id)}`)?.getBoundingClientRect().top ?? Infinity) < line);
      setCurrent(passed.at(-1) as SectionId | undefined);
    };
    const soon = (): void => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, [key]);
  return current;
}
