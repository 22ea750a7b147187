import { type FeedDefinition, ID_COLUMN, NAME_COLUMN } from '../feed-definition.ts';

/** Yearly roster of residents' medical insurance (医保参保名册): everyone insured that year. */
export const medicalInsurance: FeedDefinition = {
  code: 'medical-insurance',
  title: '医保参保名册',
  department: 'yibao',
  departmentTitle: '医保',
  subject: 'person',
  purpose: '发现重点户中未参加医疗保险的成员',
  columns: [
    ID_COLUMN,
    NAME_COLUMN,
    { title: '参保年度', synonyms: ['年度', '参保年份'], kind: 'year', required: true, field: 'year' },
    { title: '缴费金额', synonyms: ['个人缴费', '个人缴费金额'], kind: 'amount', required: false, field: 'paid_fen' },
  ],
};
