/** What is known of an issue when it is found. */
export const ISSUE_COLUMNS = 'county_code, village_code, household_id, person_id, code, batch_id, line';
