// Terms of an event, and the hazards a county is exposed to. No document gives them for the whole region (domain/registers §3: unverified), so each is a
// setting by region and day. Snow is the ordinary disaster here, which plans copied from elsewhere lack.

export const CONTINGENCY_SETTINGS = [
  { key: 'visit.first', title: '启动后多少天内完成首批走访', fallback: 3 },
  { key: 'visit.all', title: '启动后多少天内走访完全部名单', fallback: 7 },
  { key: 'identify', title: '先行救助后多少天内按程序识别', fallback: 15 },
  { key: 'review', title: '终止后多少天内评估', fallback: 30 },
  { key: 'exposed.flood', title: '有洪涝风险（1 有，0 无）', fallback: 1 },
  { key: 'exposed.drought', title: '有旱灾风险（1 有，0 无）', fallback: 1 },
  { key: 'exposed.blizzard', title: '有白灾寒潮风险（1 有，0 无）', fallback: 1 },
  { key: 'exposed.wildfire', title: '有草原森林火灾风险（1 有，0 无）', fallback: 1 },
  { key: 'exposed.animal-disease', title: '有动物疫病风险（1 有，0 无）', fallback: 1 },
  { key: 'exposed.price', title: '有价格风险（1 有，0 无）', fallback: 1 },
] as const;

export type ContingencySettingKey = (typeof CONTINGENCY_SETTINGS)[number]['key'];
export const EXPOSED = CONTINGENCY_SETTINGS.flatMap(({ key }) =>
  key.startsWith('exposed.') ? [key.slice('exposed.'.length)] : [],
);
