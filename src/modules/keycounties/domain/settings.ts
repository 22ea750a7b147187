// What key counties and their specialists are held to. Registers §9 gives the numbers as unverified, so each is a setting by region and day.

export const KEY_COUNTY_SETTINGS = [
  { key: 'specialist.vacant', title: '特派员缺额多少天内补齐', unit: '天', fallback: 60 },
  { key: 'service.by', title: '服务日志次月几日前登记', unit: '日', fallback: 10 },
  { key: 'report.days', title: '半年结束后多少天内报告方案进展', unit: '天', fallback: 15 },
  { key: 'team.assess', title: '特派团多少个月考核一次', unit: '个月', fallback: 12 },
] as const;

export type KeyCountySettingKey = (typeof KEY_COUNTY_SETTINGS)[number]['key'];
