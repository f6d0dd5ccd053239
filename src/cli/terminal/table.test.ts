import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { renderTable } from './table.ts';
import { textWidth } from './text-width.ts';

describe('renderTable', () => {
  it('aligns columns and leaves no blanks at the end of lines', () => {
    const lines = renderTable(
      [{ header: 'file' }, { header: 'events', align: 'right' }],
      [
        ['api.log', '8'],
        ['chat', '120'],
      ],
      { width: 40, indent: 2 },
    );
    expect(lines).toEqual(['  file     events', '  api.log       8', '  chat        120']);
  });

  it('wraps the column that may wrap and cuts the one that may be cut', () => {
    const row = ['a-very-long-file-name.log', 'a sentence of several words'];
    const lines = renderTable(
      [
        { header: '', fit: 'cut' },
        { header: '', fit: 'wrap' },
      ],
      [row],
      { width: 34 },
    );
    expect(lines).toEqual([
      'a-very-long-file-na…  a sentence',
      '                      of several',
      '                      words',
    ]);
  });

  it('fits into its width whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string({ maxLength: 200 }))),
        fc.integer({ min: 30, max: 120 }),
        (rows, width) => {
          const lines = renderTable(
            [
              { header: 'a', fit: 'cut' },
              { header: 'b', fit: 'wrap' },
            ],
            rows,
            { width },
          );
          expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('colours after measuring', () => {
    const style = (text: string): string => `<${text}>`;
    expect(
      renderTable(
        [{ header: '', style }, { header: '' }],
        [
          ['a', 'b'],
          ['aaa', 'b'],
        ],
        { width: 40 },
      ),
    ).toEqual(['<a  >  b', '<aaa>  b']);
  });
});
