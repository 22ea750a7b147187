// The door of the slice.

import '../domain/problems.ts';

export { moveReminders } from './follow.ts';
export { messagesHandlers } from './handlers.ts';
export { tellOfAction } from './note-action.ts';
export { tendMessages } from './tend.ts';
export { watchClock } from './watch-clock.ts';
