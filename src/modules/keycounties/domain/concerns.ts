// What asks for a look about key counties and their specialists (registers §9). Leaders, state firms and private firms are looked after
// among the pairings.

export const KEY_COUNTY_CONCERNS = [
  'no-plan',
  'report-missing',
  'no-team',
  'team-vacant',
  'team-not-assessed',
  'no-service',
  'own-county',
  'two-teams',
  'service-outside',
] as const;
export type KeyCountyConcern = (typeof KEY_COUNTY_CONCERNS)[number];

export const CONCERN_NAMES: Record<KeyCountyConcern, string> = {
  'no-plan': '没有已批准的实施方案',
  'report-missing': '没有报告方案进展',
  'no-team': '没有科技特派团',
  'team-vacant': '特派员缺额没有补齐',
  'team-not-assessed': '特派团没有考核',
  'no-service': '上月没有服务日志',
  'own-county': '特派员是本旗县单位的人',
  'two-teams': '特派员同时在两个团',
  'service-outside': '服务日不在选派期内',
};

/** What makes it go away. */
export const CONCERN_DEEDS: Record<KeyCountyConcern, string> = {
  'no-plan': '在“重点旗县实施方案”台账登记，由自治区批准。',
  'report-missing': '在“实施方案进展”台账登记该半年的进展。',
  'no-team': '在“科技特派团”台账登记；还没有组建的，报自治区选派。',
  'team-vacant': '报派出单位补派，在“科技特派员”台账登记。',
  'team-not-assessed': '在“科技特派团”台账办理“年度考核”。',
  'no-service': '提醒特派员；已经服务的，补登“科技特派员服务日志”。',
  'own-county': '核对是不是上级选派；本旗县单位的人不计入科技特派员。',
  'two-teams': '一人只在一个团服务，请结束其中一条选派。',
  'service-outside': '核对服务日期、旗县和选派起止日期。',
};

export const CONCERN_REGISTERS = [
  'key-county-plans',
  'key-county-reports',
  'specialist-teams',
  'specialist-postings',
  'specialist-services',
  'cadres',
] as const;

type Half = { name: string; through: string };

/** The last half-year that is over on the day: 2022-H1 through 2022-06-30. */
export function halfOver(on: string): Half {
  const year = Number(on.slice(0, 4));
  return on.slice(5) > '06-30'
    ? { name: `${year}-H1`, through: `${year}-06-30` }
    : { name: `${year - 1}-H2`, through: `${year - 1}-12-31` };
}

/** The month before that of the day, from its first to its last day. */
export function monthBefore(on: string): { from: string; through: string } {
  const [year = 0, month = 1] = on.split('-').map(Number);
  const iso = (day: number, back: number) => new Date(Date.UTC(year, month - 1 - back, day)).toISOString().slice(0, 10);
  return { from: iso(1, 1), through: iso(0, 0) };
}
