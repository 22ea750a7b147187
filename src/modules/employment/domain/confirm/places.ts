// The steps of distance at which somebody works, seen from home (registers §8), and the code of the place that each stands for.

export const PLACE_STEPS = ['village', 'township', 'county', 'league', 'region', 'province', 'abroad'] as const;
export type PlaceStep = (typeof PLACE_STEPS)[number];

export const PLACE_STEP_NAMES: Record<PlaceStep, string> = {
  village: '本嘎查村',
  township: '本苏木乡镇',
  county: '本旗县',
  league: '本盟市',
  region: '区内其他盟市',
  province: '区外',
  abroad: '境外',
};

/** Digits of a code that are equal where somebody works no further away than this step. */
const SAME_DIGITS = [
  ['village', 12],
  ['township', 9],
  ['county', 6],
  ['league', 4],
  ['region', 2],
] as const satisfies readonly (readonly [PlaceStep, number])[];

const FULL = 12;
const ABROAD = '境外';

/**
 * How far from home: `code` as it stands in the row, six to twelve digits, `home` the village. Undefined where the row does not say; what
 * a shorter code leaves open counts as further away: a county's code is not the village.
 */
export function stepOf(code: string | null, place: string | null, home: number): PlaceStep | undefined {
  if (place?.startsWith(ABROAD)) return 'abroad';
  if (!code || !/^\d{2,12}$/.test(code)) return undefined;
  const [work, own] = [code.padEnd(FULL, '0'), String(home)];
  const found = SAME_DIGITS.find(([, digits]) => work.slice(0, digits) === own.slice(0, digits));
  return found?.[0] ?? 'province';
}

/** What the row then says of the place; `province` is two digits. */
export function codeOfStep(step: PlaceStep, home: number, province = ''): string | null {
  if (step === 'abroad') return null;
  if (step === 'province') return province.padEnd(FULL, '0');
  const digits = SAME_DIGITS.find(([name]) => name === step)?.[1] ?? FULL;
  return String(home).slice(0, digits).padEnd(FULL, '0');
}

/** In the own county it is work near home. */
export function formOfStep(step: PlaceStep): 'nearby' | 'away' {
  return step === 'village' || step === 'township' || step === 'county' ? 'nearby' : 'away';
}

/** The other provinces by the first two digits of their codes. */
export const PROVINCES: Readonly<Record<string, string>> = {
  ...{ 11: '北京', 12: '天津', 13: '河北', 14: '山西', 21: '辽宁', 22: '吉林', 23: '黑龙江', 31: '上海' },
  ...{ 32: '江苏', 33: '浙江', 34: '安徽', 35: '福建', 36: '江西', 37: '山东', 41: '河南', 42: '湖北' },
  ...{ 43: '湖南', 44: '广东', 45: '广西', 46: '海南', 50: '重庆', 51: '四川', 52: '贵州', 53: '云南' },
  ...{ 54: '西藏', 61: '陕西', 62: '甘肃', 63: '青海', 64: '宁夏', 65: '新疆', 71: '台湾', 81: '香港' },
  82: '澳门',
};
