// The door of the slice.

import '../domain/problems.ts';

export { type Correction, correctPerson } from './corrections/correct-person.ts';
export { listCorrections, tickCorrections } from './corrections/list-corrections.ts';
export { householdsDownloads } from './downloads.ts';
export { movedSince, resumeJobs, settleEvents, startEventsJob } from './event-jobs.ts';
export { beginFill, copyHouseholds, type FirstIds, forgetRepeated, isRegistryEmpty } from './fill-registry.ts';
export { headColumn, readText, VILLAGE_COLUMN } from './form-columns.ts';
export { correctIssues, openIssues, restateIssues } from './found-issues.ts';
export { householdsHandlers } from './handlers.ts';
export { holdRegistry, holdRegistryAlone } from './hold-registry.ts';
export type { HouseholdChanges, HouseholdsHooks } from './hooks.ts';
export { changeIssues, type IssueKey, isOneOf } from './issues/change-issues.ts';
export { type MergeAsked, type MergeCounts, mergeFound } from './issues/merge-found.ts';
export { explainIssue } from './issues.ts';
export { LIVED_IN } from './lived-in.ts';
export {
  countIssues,
  countOf,
  type ImportCounts,
  mergeHouseholds,
  mergeMembers,
  openDataIssues,
  refuseRepeated,
} from './merge-registry.ts';
export { countInVillages, moveVillages } from './move-villages.ts';
export { findHouseholds } from './registers/find-households.ts';
export { findPersons } from './registers/find-persons.ts';
export { rehashNames } from './rehash-names.ts';
export { householdText, nameText, placeText } from './search/find-text.ts';
export { fillPinyin } from './search/name-pinyin.ts';
export { householdsMeant } from './search/search.ts';
export { type MonitoringChange, setMonitoring } from './set-monitoring.ts';
