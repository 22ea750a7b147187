// Words that several registers of construction share.

export const MATTERS = {
  garbage: '生活垃圾',
  sewage: '生活污水',
  livestock: '人畜分离',
  appearance: '村容村貌',
} as const;
export type Matter = keyof typeof MATTERS;
export const MATTER_KEYS = Object.keys(MATTERS) as Matter[];

export const RUNNING = { normal: '正常', abnormal: '不正常' } as const;

export const USE_STATES = { use: '使用', idle: '闲置', unusable: '无法使用', razed: '拆除' } as const;
