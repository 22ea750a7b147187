// The door of the slice.

export { teamsDownloads } from './downloads.ts';
export { teamsDues } from './dues.ts';
export { teamsGuards } from './guards.ts';
export { teamsHandlers } from './handlers.ts';
export { readPicks } from './picks.ts';
export { recordPunch } from './punch.ts';
export { purgePositions } from './purge.ts';
