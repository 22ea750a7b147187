import { type FeedDefinition, ID_SYNONYMS, villageColumn } from '../feed-definition.ts';

/** Housing safety inspections (住房安全鉴定), by the head of the household. */
export const housingInspection: FeedDefinition = {
  code: 'housing-inspection',
  title: '住房安全鉴定',
  department: 'zhujian',
  departmentTitle: '住建',
  subject: 'person',
  purpose: '发现住房不安全的农牧户',
  columns: [
    {
      title: '户主证件号码',
      synonyms: [...ID_SYNONYMS.map((word) => `户主${word}`), ...ID_SYNONYMS, '证件号码'],
      kind: 'id',
      required: true,
    },
    { title: '户主姓名', synonyms: ['姓名', '户主'], kind: 'name', required: true },
    villageColumn(false),
    {
      title: '鉴定等级',
      synonyms: ['危房等级', '房屋等级'],
      kind: 'list',
      required: true,
      field: 'grade',
      values: { A: 1, B: 2, C: 3, D: 4, a: 1, b: 2, c: 3, d: 4, A级: 1, B级: 2, C级: 3, D级: 4 },
    },
    { title: '鉴定日期', kind: 'date', required: true, field: 'inspected_on' },
  ],
};
