import { describe, expect, it } from 'vitest';

import { maskDeepNesting } from './mask-deep-nesting.ts';
import { parsePostmortem } from './parse-postmortem.ts';

describe('maskDeepNesting', () => {
  it('leaves what people write as it is', () => {
    const text = '> > quoted twice\n- a\n  - b\n    1. c\n\n---\n* * *\n> - > - mixed\n';
    expect(maskDeepNesting(text)).toBe(text);
  });

  it.each(['>', '> ', '- ', '* ', '1. ', '\t> '])('keeps length and the first 32 of many %j', (mark) => {
    const text = `before\n${mark.repeat(50)}text\nafter`;
    const masked = maskDeepNesting(text);
    expect(masked).toHaveLength(text.length);
    expect(masked.startsWith(`before\n${mark.repeat(32).trimEnd()}`)).toBe(true);
    expect(masked.endsWith('text\nafter')).toBe(true);
    expect(masked).not.toBe(text);
  });

  it.each(['>', '> ', '- ', '* ', '+ ', '1. ', '> - '])('lets a document of nothing but %j be read at once', (mark) => {
    const started = process.cpuUsage();
    const { record } = parsePostmortem(`# Outage\n\n## Summary\n\n${mark.repeat(50_000)}x\n`, { file: 'deep.md' });
    expect(record.title).toBe('Outage');
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3);
  });
});
