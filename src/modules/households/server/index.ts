// The door of the slice.

import '../domain/problems.ts';

export { householdsDownloads } from './downloads.ts';
export { movedSince, settleEvents, startEventsJob } from './event-jobs.ts';
export { correctIssues, openIssues, restateIssues } from './found-issues.ts';
export { householdsHandlers } from './handlers.ts';
export { holdRegistry } from './hold-registry.ts';
export type { HouseholdChanges, HouseholdsHooks } from './hooks.ts';
export { resumeJobs } from './import-jobs.ts';
export { type ImportRequest, type ImportResult, importRegistry } from './import-registry.ts';
export { countInVillages, moveVillages } from './move-villages.ts';
export { isTrue, type PersonTable, type SharedPersons, withPersonTable } from './person-table.ts';
export { findHouseholds } from './registers/find-households.ts';
export { findPersons } from './registers/find-persons.ts';
export { namesMeant, namesSpelled } from './search/find-names.ts';
export { householdText, nameText, placeText } from './search/find-text.ts';
export { fillPinyin } from './search/name-pinyin.ts';
export { householdsMeant } from './search/search.ts';
export { type MonitoringChange, setMonitoring } from './set-monitoring.ts';
