// Which slice a table belongs to, as data and pure functions: a slice writes its own tables only, and reads those of slices it
// may use. SQL is read from the texts of the program, not from its comments; a name that is put in (`sql.table(…)`) is not seen.

import ts from 'typescript';
import { catalogue } from '../../src/app/registers.ts';
import { SLICES } from './rules.ts';

/** What stands beside the slices: tables of the platform, which everybody may read. */
const PLATFORM = 'platform';

/** Tables and views of db/migrations by the slice they belong to, beside those of registers. Tables of feeds (`feed_…`) and of facts are made at the start. */
const OWN: Record<string, string[]> = {
  [PLATFORM]: [
    'applied_requests',
    'audit_entries',
    'audit_keys',
    'audit_leaves',
    'audit_seals',
    'register_refusals',
    'register_sets',
    'register_moves',
    'register_photos',
    'register_versions',
    'settings',
  ],
  regions: ['county_designations', 'region_changes', 'regions'],
  organisations: ['cadres', 'organisations'],
  policies: ['policies', 'policy_clauses', 'policy_settings'],
  contingency: ['activation_households', 'contingency_settings'],
  sweeps: [
    'sweep_days',
    'sweep_draws',
    'sweep_items',
    'sweep_photos',
    'sweep_rechecks',
    'sweep_refreshes',
    'sweep_settings',
    'sweep_surveys',
    'sweep_townships',
    'sweep_villages',
    'sweep_visits',
  ],
  cleaning: ['cleaning_counties', 'cleaning_runs', 'cleaning_settings', 'consistency_checks'],
  teams: ['team_marks', 'team_positions', 'team_punches', 'team_settings', 'team_slips'],
  agenda: ['list_items', 'schedule_items', 'targets'],
  accounts: [
    'account_areas',
    'account_batches',
    'account_places',
    'account_factors',
    'account_recovery_codes',
    'accounts',
    'password_history',
    'saved_lists',
    'security_policy',
    'sessions',
    'sign_in_attempts',
  ],
  parameters: ['parameters'],
  households: [
    'data_issues',
    'household_events',
    'household_incomes',
    'id_claims',
    'households',
    'person_index',
    'name_spellings',
    'person_names',
    'persons',
    'record_versions',
    'registry_corrections',
    'repeated_ids',
    'unsound_ids',
  ],
  'registry-import': ['import_batches', 'refused_rows'],
  feeds: ['batch_files', 'feed_batches', 'match_decisions', 'pending_rescreens', 'quarantined_rows', 'stray_rows'],
  intake: ['feed_column_names'],
  field: ['field_items', 'field_settings', 'field_wipes'],
  inquiries: ['inquiries', 'inquiry_persons'],
  warnings: [
    'facts',
    'searched_warnings',
    'replaced_warnings',
    'rules',
    'screening_counts',
    'screening_jobs',
    'screening_parameters',
    'screenings',
    'warning_actions',
    'warning_evidence',
    'warnings',
  ],
  assets: ['asset_settings'],
  construction: ['construction_settings'],
  governance: ['governance_settings'],
  employment: ['employment_settings'],
  industry: ['industry_settings'],
  linkage: ['linkage_settings'],
  relocation: ['relocation_settings'],
  money: ['money_reasons', 'money_settings'],
  notices: ['notice_papers', 'notice_rows', 'notice_settings'],
  rectification: ['problem_links', 'rectification_settings', 'similar_findings', 'similar_queries'],
  process: ['calendar_checks', 'calendar_days', 'process_templates', 'recomputations'],
  clues: ['clues', 'clues_by_month'],
  cases: [
    'case_actions',
    'case_files',
    'case_progress',
    'case_steps',
    'cases',
    'cases_by_state',
    'step_times',
    'step_times_by_county',
  ],
  caseload: ['searched_cases'],
  help: ['case_measures', 'case_visits', 'measure_libraries'],
  national: ['national_changes', 'national_comparisons', 'national_refusals'],
  messages: ['message_deliveries', 'message_doors', 'message_settings', 'messages', 'reminders'],
  declare: ['declaration_marks', 'visitor_tallies'],
  figures: ['figure_settings', 'figure_marks', 'figure_counts'],
  opendata: ['api_keys'],
  board: ['board_choices', 'board_values'],
  circulars: ['circular_rows'],
  statements: ['statement_texts', 'statement_values', 'statement_claims'],
  appraisals: ['assessment_runs', 'assessment_scores'],
  pairing: ['pairing_settings'],
  keycounties: ['key_county_settings'],
  incomes: ['income_closings', 'income_settings', 'income_sheets'],
};

/** With the tables of registers, whose definitions name their slice. */
export const TABLES: Record<string, string[]> = Object.fromEntries(
  [PLATFORM, ...Object.keys(SLICES)].map((slice) => {
    const registers = catalogue.registers.filter((register) => register.slice === slice);
    return [slice, [...new Set([...(OWN[slice] ?? []), ...registers.map(({ table }) => table)])]];
  }),
);

const OWNER_OF = new Map(
  Object.entries(TABLES).flatMap(([slice, tables]) => tables.map((table): [string, string] => [table, slice])),
);

export type TableUse = { file: string; table: string; writes: boolean };

/** Every text of a source file; what is put into a template stands as `?`. */
function textsOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ? '));
    else if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

const WRITES =
  /\b(?:insert into|update|delete from|merge into|truncate|copy|alter table|drop table)\s+(?:only\s+)?([a-z_]+)/gi;
const READS = /\b(?:from|join)\s+(?:only\s+)?([a-z_]+)/gi;

/** Tables of the list that a file's SQL names, and whether it changes them. */
export function findTableUses(file: string, text: string): TableUse[] {
  const found = textsOf(file, text).flatMap((each) => [
    ...[...each.matchAll(WRITES)].map((match) => ({ table: match[1] ?? '', writes: true })),
    ...[...each.replace(/delete from/gi, '').matchAll(READS)].map((match) => ({
      table: match[1] ?? '',
      writes: false,
    })),
  ]);
  return found.filter(({ table }) => OWNER_OF.has(table)).map((use) => ({ file, ...use }));
}

function refuseUse({ file, table, writes }: TableUse): string | undefined {
  const owner = OWNER_OF.get(table) ?? '';
  const [, place, slice = ''] = file.split('/');
  const own = place === 'modules' ? slice : PLATFORM;
  if (owner === own) return undefined;
  if (writes) return `${own} may not write ${table}, which belongs to ${owner}`;
  if (place === 'app' || owner === PLATFORM || SLICES[own]?.uses.includes(owner)) return undefined;
  return `${own} may not read ${table}, which belongs to ${owner}`;
}

/**
 * Uses that break the rule and are let be: file → tables, with the reason. The list only becomes shorter.
 * The demonstration spreads the deadlines of its warnings over two weeks, which nobody else may do. Its full size writes three million rows by
 * statements: through files it would take an hour.
 */
export const KNOWN_USES: Record<string, string[]> = {
  'src/modules/demo/server/load-demo.ts': ['warnings'],
  'src/modules/demo-focus/server/fill-focus.ts': ['feed_batches'],
  'src/modules/demo-focus/server/focus-rows.ts': [
    ...['households', 'persons', 'household_statuses', 'household_income_records', 'employment_spells'],
    ...['employment_confirmations', 'targets', 'project_beneficiaries'],
  ],
};

/** Every use of a table that breaks the rule, as `file: why`; those of `known` are left out. */
export function findTableViolations(uses: readonly TableUse[]): string[] {
  const broken = uses.flatMap((use) => {
    const why = refuseUse(use);
    return why && !KNOWN_USES[use.file]?.includes(use.table) ? [`${use.file}: ${why}`] : [];
  });
  return [...new Set(broken)];
}
