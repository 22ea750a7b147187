import { type FeedDefinition, ID_COLUMN, NAME_COLUMN } from '../feed-definition.ts';

/** Changes of employment (就业变动); the newest of a person counts, on one day a loss goes before 在岗. */
export const employmentChange: FeedDefinition = {
  code: 'employment-change',
  title: '就业变动',
  department: 'renshe',
  departmentTitle: '人社',
  subject: 'person',
  purpose: '发现失业、返乡且家中无人务工的农牧户',
  columns: [
    ID_COLUMN,
    NAME_COLUMN,
    { title: '就业状态', kind: 'list', required: true, field: 'status', values: { 在岗: 0, 失业: 1, 返乡: 2 } },
    { title: '变动日期', kind: 'date', required: true, field: 'changed_on' },
    { title: '单位', synonyms: ['就业单位', '单位名称', '用人单位'], kind: 'text', required: false, field: 'employer' },
  ],
};
