import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { showProgress } from './progress.ts';
import { recordedStream } from './recorded-stream.fixture.ts';

describe('showProgress', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says nothing for a second, then shows where it is, then takes it away', () => {
    const stream = recordedStream({ isTerminal: true });
    const progress = showProgress(stream);
    progress.step('reading a.log', 1, 4);
    expect(stream.printed()).toBe('');
    vi.advanceTimersByTime(1500);
    progress.step('reading b.log', 2, 4);
    expect(stream.printed()).toContain('50 % reading b.log');
    progress.end();
    expect(stream.printed().endsWith('\r\u001B[2K')).toBe(true);
  });

  it('announces at once what will take long', () => {
    const stream = recordedStream({ isTerminal: true });
    showProgress(stream).announce('merging 900000 events');
    expect(stream.printed()).toContain('merging 900000 events');
  });

  it('stays silent where nobody watches', () => {
    const stream = recordedStream({ isTerminal: false });
    const progress = showProgress(stream);
    vi.advanceTimersByTime(5000);
    progress.step('reading', 1, 2);
    progress.end();
    expect(stream.printed()).toBe('');
  });
});
