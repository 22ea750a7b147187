// The door of the slice.

import '../domain/problems.ts';

export { act } from './act.ts';
export { saveCalendarYear } from './calendar.ts';
export { addClue } from './clues.ts';
export { resumeComparisons } from './comparison-job.ts';
export { declarePhotos } from './declare-photos.ts';
export { monitoringDownloads } from './downloads.ts';
export { countCasesIn, followHouseholds, followVillages, takeChecked } from './follow.ts';
export { monitoringHandlers } from './handlers.ts';
export type { MonitoringHooks } from './hooks.ts';
export { addMeasures, changeMeasure, finishMeasure } from './measures.ts';
export { proposalsOfCase } from './plan-of-case.ts';
export { resumeRecompute } from './recompute.ts';
export { register } from './register.ts';
export { saveTemplate } from './templates.ts';
export { addVisit } from './visits.ts';
