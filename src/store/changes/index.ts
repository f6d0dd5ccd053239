export { confidentialityOf } from './confidentiality-of.ts';
export { CHANGE_CHANNEL, sendNotifications } from './send-notifications.ts';
