import { type FeedDefinition, villageColumn } from '../feed-definition.ts';

/** Interruptions of a village's water supply (饮水中断); an empty end means still out. */
export const waterOutage: FeedDefinition = {
  code: 'water-outage',
  title: '饮水中断',
  department: 'shuili',
  departmentTitle: '水利',
  subject: 'village',
  purpose: '发现饮水安全受影响的农牧户',
  columns: [
    villageColumn(true),
    { title: '开始日期', synonyms: ['停水开始日期', '开始时间'], kind: 'date', required: true, field: 'started_on' },
    {
      title: '结束日期',
      synonyms: ['停水结束日期', '结束时间', '恢复日期'],
      kind: 'date',
      required: false,
      field: 'ended_on',
    },
    { title: '原因', synonyms: ['停水原因'], kind: 'text', required: false, field: 'cause' },
  ],
};
