export { readTeamFile, type TeamFileOptions, type TeamFileReading } from './read-team-file.ts';
export { teamFileJsonSchema } from './team-file-json-schema.ts';
export { emptyTeamSettings, type Policy, type TeamQuestion, type TeamSettings } from './team-settings.ts';
