export type {
  AppContext,
  AppLog,
  Change,
  ChangeFeed,
  LiveDocuments,
  PostmortemContent,
  PostmortemTarget,
  RowMeta,
  Rows,
} from './app-context.ts';
export type { UseCase, UseCases } from './use-case.ts';
