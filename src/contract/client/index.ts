export { type Client, type ClientOptions, createClient, queryString, type QueryValues } from './create-client.ts';
export { type Problem, ProblemError, readProblem } from './problem-error.ts';
export { ROUTE_PATHS, type RouteId } from './route-paths.data.ts';
export type { RouteAnswer, RouteInput, RouteOutput, RouteRequest, StreamedAnswer } from './route-types.ts';
