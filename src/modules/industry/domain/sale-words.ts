// Where what is helped along is sold (registers §7).

export const SALES_CHANNELS = {
  'platform-832': '832平台',
  counter: '专柜专馆',
  'e-commerce': '电商',
  canteen: '单位食堂',
  union: '工会',
  'beijing-centre': '北京消费帮扶双创中心',
  wholesale: '批发',
  'live-stream': '直播',
} as const;
