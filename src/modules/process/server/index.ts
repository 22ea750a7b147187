// The door of the slice.

import '../domain/problems.ts';

export { loadCalendar, saveCalendarYear } from './calendar.ts';
export { processHandlers } from './handlers.ts';
export type { ProcessHooks } from './hooks.ts';
export { endRecomputes, isRecomputeWaiting, newestRecompute } from './recomputations.ts';
export { DEFAULT_TEMPLATE_ID, loadTemplates, saveTemplate, templateOn } from './templates.ts';
