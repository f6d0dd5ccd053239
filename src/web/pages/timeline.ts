export * from '../timeline/index.ts';
