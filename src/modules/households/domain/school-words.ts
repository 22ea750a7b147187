// 文化程度 and 在校生状况 as the national system has them (handbook §4.4).

export const EDUCATION = ['文盲或半文盲', '小学', '初中', '高中', '大专', '本科及以上'];

const years = (kind: string, count: number) =>
  ['一', '二', '三', '四', '五'].slice(0, count).map((year) => `${kind}${year}年级`);

export const SCHOOL_AND_BELOW = ['小学', '七年级', '八年级', '九年级', ...years('普通高中', 3)];
/** Middle and higher vocational schools, of which 雨露计划 takes its pupils. */
export const MIDDLE_COLLEGE = [...years('中职', 3), ...years('高职高专', 3), ...years('技师学院', 4)];
export const SCHOOLING = [
  ...['学龄前儿童', '学前教育', ...SCHOOL_AND_BELOW, ...MIDDLE_COLLEGE],
  ...[...years('本科', 5), '硕士研究生及以上'],
];
