import type { ReactElement } from 'react';

import { InlineMarkdown } from '../markdown/markdown.tsx';
import { useDocument } from './document-context.ts';
import { Prompt } from './prompt.tsx';

const COLUMNS = [
  ['wentWell', 'What went well', 'Say what went well.'],
  ['wentPoorly', 'What went poorly', 'Say what went poorly: in the system and the process.'],
  ['lucky', 'Where we got lucky', 'Say where you were lucky.'],
] as const;

/** What went well, what went poorly and what was luck, side by side. */
export function LessonColumns(): ReactElement {
  const { asks, edit, record } = useDocument();
  const shown = COLUMNS.filter(([path]) => (record[path]?.length ?? 0) > 0 || (edit !== undefined && asks.has(path)));
  return (
    <div className="lessons">
      {shown.map(([path, title, prompt]) => (
        <div key={path} className={`lessons__column lessons__column--${path}`}>
          <h3 className="part__heading">{title}</h3>
          {record[path] === undefined ? (
            <Prompt section="went" path={path} text={prompt} />
          ) : (
            <ul className="part__entries">
              {record[path].map((lesson, index) => (
                <li key={index}>
                  {lesson.category !== undefined && <strong>{lesson.category}: </strong>}
                  <InlineMarkdown text={lesson.text} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
