// What asks for somebody to look after employment: jobs, posts, workshops, trainings. Reckoned from the registers each time it is asked.

export const NEEDS = [
  'stale',
  'lost',
  'long-break',
  'cannot-work',
  'two-places',
  'odd-wage',
  'no-place',
  'post-age',
  'post-household',
  'post-and-job',
  'post-over',
  'post-unpaid',
  'post-term',
  'workshop-stopped',
  'workshop-silent',
  'training-no-job',
  'graduate',
  'yulu-unpaid',
  'wish',
  'relief-share',
] as const;
export type Need = (typeof NEEDS)[number];

export const NEED_NAMES: Record<Need, string> = {
  stale: '长期未确认',
  lost: '离岗后没有新工作',
  'long-break': '连续歇工',
  'cannot-work': '已不能务工仍登记在岗',
  'two-places': '同时在两个旗县务工',
  'odd-wage': '月收入异常',
  'no-place': '务工地没有写到旗县',
  'post-age': '公益岗位人员超龄',
  'post-household': '一户多人在公益岗位',
  'post-and-job': '在岗同时另有工作',
  'post-over': '在岗人数超过岗位数',
  'post-unpaid': '公益岗位补贴没有发放',
  'post-term': '公益岗位协议超期',
  'workshop-stopped': '帮扶车间停工',
  'workshop-silent': '车间月报未报',
  'training-no-job': '培训后没有就业',
  graduate: '雨露计划毕业生未回访',
  'yulu-unpaid': '雨露计划学生没有发放补助',
  wish: '务工意愿没有推荐岗位',
  'relief-share': '以工代赈劳务报酬不足',
};

/** What is to be done, said once for all of a kind. */
export const NEED_DEEDS: Record<Need, string> = {
  stale: '联系本人或家人，在“月确认”中登记在岗、歇工、离岗或换岗。',
  lost: '走访并办理“登记走访”，写明打算；有了新工作，登记新的务工就业。',
  'long-break': '问明是否还回原单位：回的继续确认，不回的登记离岗。',
  'cannot-work': '已死亡、迁出或仍在校的，登记离岗或更正登记。',
  'two-places': '核对两条务工就业，已结束的登记离岗日期。',
  'odd-wage': '核对月收入是否多写或少写了位数。',
  'no-place': '补写务工地代码，至少到旗县。',
  'post-age': '按规定退出岗位，并安排其他帮扶。',
  'post-household': '核对是否符合规定，不符合的退出多占的岗位。',
  'post-and-job': '核对是否真在岗：不在岗的退出岗位，停发补贴。',
  'post-over': '核对岗位数和在岗人员，多出的退出或增设岗位。',
  'post-unpaid': '核对是否在岗，在岗的补发补贴并登记发放。',
  'post-term': '续签协议并登记新的一期，或登记离岗。',
  'workshop-stopped': '走访车间，安排在那里务工的人；不再开工的登记关闭日期。',
  'workshop-silent': '催报车间月报。',
  'training-no-job': '介绍工作；已经就业的补登务工就业或就业日期。',
  graduate: '回访毕业生，登记去向。',
  'yulu-unpaid': '核对本学期是否在读、补助是否已发放，发放的登记到户到人发放。',
  wish: '按意向推荐岗位并登记；已经上岗的填务工编号，不再找的登记不再求职。',
  'relief-share': '核对劳务报酬是否都已登记，不足的督促项目单位发放。',
};

/** Those that are red; the others ask for a look. */
export const URGENT: readonly Need[] = ['lost', 'cannot-work', 'post-age', 'post-and-job', 'workshop-stopped'];
