import { type FeedDefinition, ID_COLUMN, NAME_COLUMN, villageColumn } from '../feed-definition.ts';

/** Settled medical bills (医疗费用结算). Of rows with one serial number the first good one counts; negative is a reversal. */
export const medicalSettlement: FeedDefinition = {
  code: 'medical-settlement',
  title: '医疗费用结算',
  department: 'yibao',
  departmentTitle: '医保',
  subject: 'person',
  purpose: '发现因病支出较大的农牧户',
  columns: [
    { title: '结算流水号', synonyms: ['流水号', '结算单号'], kind: 'serial', required: true, field: 'serial_number' },
    ID_COLUMN,
    NAME_COLUMN,
    villageColumn(false),
    { title: '医疗机构', synonyms: ['医疗机构名称', '医院'], kind: 'text', required: false, field: 'institution' },
    { title: '总费用', synonyms: ['医疗总费用', '费用总额'], kind: 'amount', required: true, field: 'total_fen' },
    {
      title: '合规自付',
      synonyms: ['合规自付金额', '合规自付费用'],
      kind: 'amount',
      required: true,
      field: 'self_paid_fen',
    },
    { title: '结算日期', synonyms: ['结算时间'], kind: 'date', required: true, field: 'settled_on' },
  ],
};
