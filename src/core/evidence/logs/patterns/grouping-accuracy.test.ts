import { describe, expect, it } from 'vitest';

import { groupingAccuracy, hasLabelledLogs, labelledLines, SYSTEMS } from './loghub.fixture.ts';
import { createPatternMiner } from './pattern-miner.ts';

describe('grouping accuracy', () => {
  it('is the share of lines whose group is exactly that of their template', () => {
    expect(groupingAccuracy(['a', 'a', 'b', 'c'], [1, 1, 2, 2])).toBe(0.5);
    expect(groupingAccuracy(['a', 'a', 'b', 'c'], [1, 2, 3, 4])).toBe(0.5);
  });

  it.skipIf(!hasLabelledLogs())('is above 0.95 in the mean of eight systems', () => {
    const figures = SYSTEMS.map((system) => {
      const lines = labelledLines(system);
      const miner = createPatternMiner();
      const shapes = lines.map(({ message }) => miner.add(message));
      return groupingAccuracy(
        lines.map(({ event }) => event),
        shapes.map((shape) => miner.patternOf(shape)),
      );
    });
    expect(figures.reduce((sum, figure) => sum + figure, 0) / figures.length).toBeGreaterThan(0.95);
  });
});
