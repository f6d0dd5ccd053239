export { minedMessage } from './mined-message.ts';
export type { MinuteCountsData } from './minute-counts.ts';
export { createPatternMiner, type MinerData, type PatternMiner } from './pattern-miner.ts';
export {
  createPatternStats,
  type LogSource,
  type PatternStats,
  type PatternStatsData,
  placeOf,
  type Series,
} from './pattern-stats.ts';
