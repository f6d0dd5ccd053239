export { type AskOptions, askQuestions } from './ask-questions.ts';
export { type DialectFileReading, readDialectFile } from './read-dialect-file.ts';
export { demandsOfTeam, rulesFor, type TeamDemand } from './demands-of-team.ts';
export { type OpenQuestion, openQuestions } from './open-questions.ts';
export { readTeamFile, type TeamFileOptions, type TeamFileReading } from './read-team-file.ts';
export { teamFileJsonSchema } from './team-file-json-schema.ts';
export { emptyTeamSettings, type Policy, type TeamQuestion, type TeamSettings } from './team-settings.ts';
