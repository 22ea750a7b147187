// The forms of the county's insurance (registers §20), by what they are called on paper.

export const FORM_NAMES = {
  policies: '防贫保参保台账',
  claims: '防贫保理赔台账',
} as const;
export type FormKey = keyof typeof FORM_NAMES;
