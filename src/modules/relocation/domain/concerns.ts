// What asks for a look in a resettlement site (registers §10), of the site or of one household.

export const SITE_CONCERNS = [
  'red-risk',
  'heating-fault',
  'heating-unchecked',
  'vacant',
  'above-capacity',
  'no-responsible',
] as const;
export const HOUSEHOLD_CONCERNS = ['no-job', 'no-follow-up', 'not-lifted', 'elderly-behind', 'all-away'] as const;
export type SiteConcern = (typeof SITE_CONCERNS)[number];
export type HouseholdConcern = (typeof HOUSEHOLD_CONCERNS)[number];

export const CONCERN_NAMES: Record<SiteConcern | HouseholdConcern, string> = {
  'red-risk': '红色风险',
  'heating-fault': '供暖有问题未修好',
  'heating-unchecked': '入冬未检查供暖',
  vacant: '有空置',
  'above-capacity': '户数大于套数',
  'no-responsible': '没有责任人',
  'no-job': '零就业',
  'no-follow-up': '没有后扶措施',
  'not-lifted': '建档立卡搬迁而不是脱贫户',
  'elderly-behind': '旧房未拆、有老人',
  'all-away': '劳动力全部外出',
};

/** First and last month in which families live with their herds, over the turn of the year where the first is the later. */
export type HerdingMonths = { from: number; until: number };

/** Whether empty flats say something on this day, an ISO text: while families are with their herds they do not (registers §10, trap 4). */
export function vacancyCounts(on: string, { from, until }: HerdingMonths): boolean {
  const month = Number(on.slice(5, 7));
  return from <= until ? month < from || month > until : month < from && month > until;
}

/** The heating is kept up until then, month and day. */
const WINTER_ENDS = 430;

const monthDay = (on: string) => Number(on.slice(5, 7)) * 100 + Number(on.slice(8, 10));

/** The winter a day lies in or before: that of 2021 lasts into the spring of 2022. */
export function winterOf(on: string): number {
  return Number(on.slice(0, 4)) - (monthDay(on) <= WINTER_ENDS ? 1 : 0);
}

/** Whether a check of the winter is due on the day; `by`: month and day by which it is to be made, 1015. */
export function heatingIsDue(on: string, by: number): boolean {
  return monthDay(on) <= WINTER_ENDS || monthDay(on) >= by;
}

export type SiteNumbers = {
  dwellings?: number | undefined;
  households: number;
  responsible: boolean;
  /** Risks that are red and not gone. */
  redRisks?: number | undefined;
  /** Looks at the heating for the winter of the day, and those that found a fault that is not mended. */
  heatingChecks: number;
  heatingFaults: number;
};

export type SiteTerms = { herding: HerdingMonths; heatingBy: number };

/** Flats nobody lives in; nothing where the flats were not counted. */
export function vacantFlats({
  dwellings,
  households,
}: Pick<SiteNumbers, 'dwellings' | 'households'>): number | undefined {
  return dwellings === undefined ? undefined : Math.max(dwellings - households, 0);
}

export function siteConcerns(site: SiteNumbers, on: string, { herding, heatingBy }: SiteTerms): SiteConcern[] {
  const vacant = vacantFlats(site) ?? 0;
  return [
    ...((site.redRisks ?? 0) > 0 ? (['red-risk'] as const) : []),
    ...(site.heatingFaults > 0 ? (['heating-fault'] as const) : []),
    ...(site.heatingChecks === 0 && site.households > 0 && heatingIsDue(on, heatingBy)
      ? (['heating-unchecked'] as const)
      : []),
    ...(vacant > 0 && vacancyCounts(on, herding) ? (['vacant'] as const) : []),
    ...(site.dwellings !== undefined && site.households > site.dwellings ? (['above-capacity'] as const) : []),
    ...(site.responsible ? [] : (['no-responsible'] as const)),
  ];
}

export type HouseholdNumbers = {
  relocationStatus: string;
  followUps: readonly string[];
  lifted: boolean;
  oldHouseRazed?: boolean | undefined;
  elderly: number;
  able: number;
  working: number;
  away: number;
};

export function householdConcerns(one: HouseholdNumbers): HouseholdConcern[] {
  const found: [HouseholdConcern, boolean][] = [
    ['no-job', one.able > 0 && one.working === 0],
    ['no-follow-up', one.followUps.length === 0],
    // A household that moved along was never poor, and is none of these.
    ['not-lifted', one.relocationStatus === 'registered' && !one.lifted],
    ['elderly-behind', one.oldHouseRazed === false && one.elderly > 0],
    ['all-away', one.able > 0 && one.away >= one.able],
  ];
  return found.flatMap(([concern, holds]) => (holds ? [concern] : []));
}
