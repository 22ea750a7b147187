// By when risks of sites are looked after, and when families live with their herds. No document gives these for the whole region
// (domain/registers §10: unverified), so each is a setting by region and day.

export const RELOCATION_SETTINGS = [
  { key: 'risk.red', title: '红色风险多少天内消除', fallback: 30 },
  { key: 'jobless.visit', title: '零就业户多少天内走访', fallback: 7 },
  { key: 'heating.by', title: '供暖检查在哪天前完成（月日，1015 为 10 月 15 日）', fallback: 1015 },
  { key: 'herding.from', title: '随畜群居住从几月起，空置不列', fallback: 5 },
  { key: 'herding.until', title: '随畜群居住到几月止，空置不列', fallback: 10 },
] as const;

export type RelocationSettingKey = (typeof RELOCATION_SETTINGS)[number]['key'];
