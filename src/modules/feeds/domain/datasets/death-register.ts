import { type FeedDefinition, ID_COLUMN, NAME_COLUMN } from '../feed-definition.ts';

/** Register of deaths (死亡登记); of several entries the earliest date counts. */
export const deathRegister: FeedDefinition = {
  code: 'death-register',
  title: '死亡登记',
  department: 'gongan',
  departmentTitle: '公安',
  subject: 'person',
  purpose: '核对家庭成员，避免已故人员影响判断',
  columns: [
    ID_COLUMN,
    NAME_COLUMN,
    { title: '死亡日期', synonyms: ['死亡时间'], kind: 'date', required: true, field: 'died_on' },
  ],
};
