export {
  deleteSavedFilter,
  type FilterOwner,
  insertSavedFilter,
  listSavedFilters,
  type SavedFilter,
} from './saved-filters.ts';
