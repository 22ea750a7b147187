import { type FeedDefinition, grades, villageColumn } from '../feed-definition.ts';

/** Natural disasters reported for a village (灾情报告), severity 1 to 4. */
export const disasterReport: FeedDefinition = {
  code: 'disaster-report',
  title: '灾情报告',
  department: 'yingji',
  departmentTitle: '应急',
  subject: 'village',
  purpose: '发现以生产经营为主、受灾较重的农牧户',
  columns: [
    villageColumn(true),
    { title: '灾种', synonyms: ['灾害种类', '灾害类型'], kind: 'text', required: true, field: 'hazard' },
    { title: '发生日期', synonyms: ['发生时间', '受灾日期'], kind: 'date', required: true, field: 'occurred_on' },
    {
      title: '严重程度',
      synonyms: ['灾害等级', '严重等级'],
      kind: 'list',
      required: true,
      field: 'severity',
      values: grades(1, 4),
    },
  ],
};
