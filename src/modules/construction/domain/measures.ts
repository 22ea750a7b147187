// What is drawn of a county: shares of what is done, by their words.

export const MEASURES = ['rectified', 'garbage', 'sewage', 'winter'] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_WORDS: Record<Measure, { title: string; basis: string }> = {
  rectified: { title: '问题厕所整改率', basis: '整改完成的户厕 ÷ 发现问题的户厕，一座计一次' },
  garbage: { title: '生活垃圾收运覆盖率', basis: '设施建成在用的嘎查村 ÷ 行政嘎查村，不按自然村' },
  sewage: { title: '生活污水治理覆盖率', basis: '设施建成在用的嘎查村 ÷ 行政嘎查村，不按自然村' },
  winter: { title: '新改建户厕冬季可用率', basis: '已确认冬季可用的 ÷ 新建和改建完工的' },
};
