export * from '../app-shell/index.ts';
