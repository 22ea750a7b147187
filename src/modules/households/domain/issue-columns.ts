/** Columns of `data_issues` in the order of a row that is copied in. */
export const ISSUE_COLUMNS = 'county_code, village_code, household_id, person_id, code, batch_id, line';
