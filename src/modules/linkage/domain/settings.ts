// By when contracts that tie households to firms are looked after. No document gives these days for the whole region (domain/registers
// §7: unverified), so each is a setting by region and day.

export const LINKAGE_SETTINGS = [
  { key: 'contract.least', title: '当年生效满多少天才要求兑现', fallback: 180 },
  { key: 'pay.after', title: '年末后多少天内登记兑现', fallback: 0 },
  { key: 'check.after', title: '年末后多少天内核查没有兑现的协议', fallback: 31 },
  { key: 'contract.ending', title: '协议到期前多少天列出', fallback: 60 },
] as const;

export type LinkageSettingKey = (typeof LINKAGE_SETTINGS)[number]['key'];
