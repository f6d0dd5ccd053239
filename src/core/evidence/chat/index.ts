import type { Format } from '../types.ts';
import { mattermostExport, mattermostPosts } from './mattermost.ts';
import { slackMessages } from './slack-messages.ts';
import { slackChannels, slackUsers } from './slack-people.ts';
import { chatTranscript } from './transcript.ts';

/** Readers of chats: Slack exports and API answers with their people and channels, Mattermost exports and copied transcripts. */
export const chatFormats: readonly Format[] = [
  slackMessages,
  slackUsers,
  slackChannels,
  mattermostExport,
  mattermostPosts,
  chatTranscript,
];
