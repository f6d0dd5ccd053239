export type { Precision, TimeContext, WrittenTime } from './written-time.ts';
