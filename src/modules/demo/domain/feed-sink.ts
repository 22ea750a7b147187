// Where generated feed rows go. The rows are plain lines of CSV; file names and line numbers belong to the writer.

import type { Damage } from './damage.ts';

export const PERSON_FEEDS = {
  'medical-settlement': '证件号码,姓名,嘎查村代码,结算流水号,医疗机构,总费用,合规自付,结算日期',
  'school-enrolment': '证件号码,姓名,学校,年级,学年',
  'disability-certificate': '残疾人证号,姓名,残疾类别,残疾等级,发证日期',
  'housing-inspection': '户主证件号码,户主姓名,嘎查村代码,鉴定等级,鉴定日期',
  'employment-change': '证件号码,姓名,就业状态,变动日期,单位',
  'dibao-roster': '证件号码,姓名,名册月份,月保障金额',
  'death-register': '证件号码,姓名,死亡日期',
  'medical-insurance': '证件号码,姓名,参保年度,缴费金额',
} as const;

export const VILLAGE_FEEDS = {
  'water-outage': '嘎查村代码,开始日期,结束日期,原因',
  'disaster-report': '嘎查村代码,灾种,发生日期,严重程度',
} as const;

export type PersonFeed = keyof typeof PERSON_FEEDS;
export type VillageFeed = keyof typeof VILLAGE_FEEDS;

export type FeedSink = {
  /** `second` sends the row to the feed's second file where it has two. */
  person: (
    feed: PersonFeed,
    line: string,
    number: string,
    damage: Damage,
    bad: boolean,
    recoverable: boolean,
    second?: boolean,
  ) => void;
  village: (feed: VillageFeed, cells: string[]) => void;
};

/** Whether a folder's file belongs to the feed, which may come in several: `water-outage.xlsx`, `medical-settlement-2.csv`. */
export function isFileOf(feed: string, file: string): boolean {
  return new RegExp(`^${feed}(-\\d+)?\\.(csv|xlsx)$`).test(file);
}
