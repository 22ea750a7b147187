// Code lists that the templates of a process speak of, with their words (handbook §4.4, §12.4).

export const DANGERS = ['high', 'medium', 'low'] as const;
export type Danger = (typeof DANGERS)[number];
export const DANGER_NAMES: Record<Danger, string> = { high: '高', medium: '中', low: '低' };

export const NOTICE_LEVELS = ['village', 'township', 'county'] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];
export const NOTICE_LEVEL_NAMES: Record<NoticeLevel, string> = {
  village: '嘎查村',
  township: '苏木乡镇',
  county: '旗县',
};

/** How a person is named in public: in full, or by surname alone (handbook §12.4, U). */
export const NOTICE_NAMES = ['full', 'surname'] as const;
export type NoticeName = (typeof NOTICE_NAMES)[number];
export const NOTICE_NAME_NAMES: Record<NoticeName, string> = { full: '写全名', surname: '只写姓氏' };
