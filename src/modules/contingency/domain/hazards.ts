// Which words of a disaster report mean which hazard of a plan: departments write what they see (雪灾, 暴雪, 低温).

export const HAZARD_WORDS: Readonly<Record<string, string>> = {
  flood: '洪|涝|暴雨|山洪',
  drought: '旱',
  blizzard: '雪|白灾|寒潮|低温|冻',
  hail: '雹|大风|风灾|沙尘',
  geological: '地质|滑坡|泥石流|崩塌|地震',
  wildfire: '火',
  epidemic: '疫情|传染病',
  'animal-disease': '动物疫|畜疫|疫病',
};

/** Whether a disaster report of these words speaks of the hazard. */
export function isOfHazard(words: string, hazard: string): boolean {
  const pattern = HAZARD_WORDS[hazard];
  return pattern !== undefined && new RegExp(pattern).test(words);
}
