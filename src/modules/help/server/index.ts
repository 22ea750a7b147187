// The door of the slice.

import '../domain/problems.ts';

export { uncovered } from './coverage.ts';
export { helpDownloads } from './downloads.ts';
export { moveHelp } from './follow.ts';
export { helpHandlers } from './handlers.ts';
export { addMeasures, changeMeasure, finishMeasure, listMeasures, type Measure, openMeasuresIn } from './measures.ts';
export { proposalsOfCase } from './plan-of-case.ts';
export { addVisit } from './visits.ts';
