import type { RouteInput, RouteOutput } from '#contract/client';

/** Who is signed in, and what they may do. */
export type Session = RouteOutput<'getSession'>;
/** A post-mortem as lists show it. */
export type PostmortemSummary = RouteOutput<'listPostmortems'>['items'][number];
/** A post-mortem with everything in it. */
export type PostmortemDetail = RouteOutput<'getPostmortem'>;
/** Status of a post-mortem. */
export type Status = PostmortemSummary['status'];
/** An action item with the post-mortem it belongs to. */
export type ActionSummary = RouteOutput<'listActions'>['items'][number];
/** One find of the search. */
export type SearchHit = RouteOutput<'search'>['items'][number];
/** A person of the workspace. */
export type Person = RouteOutput<'listPeople'>['items'][number];
/** Role of a person. */
export type Role = Person['role'];
/** Settings of the workspace. */
export type Settings = RouteOutput<'getSettings'>;
/** Filters and order of the list, as its address carries them. */
export type ListQuery = Omit<NonNullable<RouteInput<'listPostmortems'>['query']>, 'cursor' | 'limit'>;
/** Values that the filters can take. */
export type Facets = RouteOutput<'getFacets'>;
