import { type FeedDefinition, ID_COLUMN, NAME_COLUMN } from '../feed-definition.ts';

/** Monthly roster of subsistence allowances (低保名册): everyone who has it that month. */
export const dibaoRoster: FeedDefinition = {
  code: 'dibao-roster',
  title: '低保名册',
  department: 'minzheng',
  departmentTitle: '民政',
  subject: 'person',
  purpose: '发现退出低保后收入仍低的农牧户，核对死亡人员领取低保',
  columns: [
    ID_COLUMN,
    NAME_COLUMN,
    { title: '名册月份', synonyms: ['月份', '保障月份', '发放月份'], kind: 'month', required: true, field: 'month' },
    {
      title: '月保障金额',
      synonyms: ['保障金额', '月保障金', '金额'],
      kind: 'amount',
      required: false,
      field: 'monthly_fen',
    },
  ],
};
