import { type FeedDefinition, grades, NAME_COLUMN } from '../feed-definition.ts';

/** Disability certificates issued (残疾人证办理); the number starts with the resident ID. */
export const disabilityCertificate: FeedDefinition = {
  code: 'disability-certificate',
  title: '残疾人证办理',
  department: 'canlian',
  departmentTitle: '残联',
  subject: 'person',
  certificate: true,
  purpose: '发现新增重度残疾人家庭',
  columns: [
    { title: '残疾人证号', synonyms: ['残疾证号', '残疾人证号码', '残疾证号码'], kind: 'id', required: true },
    NAME_COLUMN,
    { title: '残疾类别', kind: 'list', required: true, field: 'category', values: grades(1, 7) },
    { title: '残疾等级', kind: 'list', required: true, field: 'grade', values: grades(1, 4) },
    { title: '发证日期', synonyms: ['办证日期'], kind: 'date', required: true, field: 'issued_on' },
  ],
};
