// What an older version of a record says beside what came after it, field by field.

type Version = Record<string, unknown>;

export type FieldChange = {
  field: string;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
};

const SHOWN: Record<'household' | 'person' | 'income', readonly string[]> = {
  household: [
    'number',
    'village_code',
    'kind',
    'monitoring_category',
    'risk_cleared',
    'head_name',
    'income_year',
    'valid_to',
  ],
  person: [
    ...[
      'name',
      'sex',
      'birth',
      'relation',
      'ethnicity',
      'education',
      'schooling',
      'health',
      'labour',
      'working',
      'dibao',
    ],
    ...['household_id', 'village_code', 'valid_to', 'end_reason'],
  ],
  income: [
    ...['wage_fen', 'business_fen', 'property_fen', 'transfer_fen', 'business_cost_fen'],
    ...['claim_fen', 'self_paid_fen', 'previous_net_fen'],
  ],
};

/** Keys of sealed values: that they changed may be told, what they are may not. */
const SECRET: Record<string, string> = { id_key: 'id_number', phone_key: 'phone' };

function plain(value: unknown): FieldChange['before'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Fields that differ; of sealed values only the name, with nothing on either side. */
export function changesOf(subject: 'household' | 'person' | 'income', before: Version, after: Version): FieldChange[] {
  const shown = SHOWN[subject]
    .filter((field) => plain(before[field]) !== plain(after[field]))
    .map((field) => ({ field, before: plain(before[field]), after: plain(after[field]) }));
  const secret = Object.entries(SECRET)
    .filter(([key]) => key in before && key in after && plain(before[key]) !== plain(after[key]))
    .map(([, field]) => ({ field, before: null, after: null }));
  return [...shown, ...secret];
}
