import { type FeedDefinition, grades, ID_COLUMN, NAME_COLUMN } from '../feed-definition.ts';

/** Roster of all pupils of compulsory education in a school year (义务教育在校生名册). */
export const schoolEnrolment: FeedDefinition = {
  code: 'school-enrolment',
  title: '义务教育在校生名册',
  department: 'jiaoyu',
  departmentTitle: '教育',
  subject: 'person',
  purpose: '发现疑似失学辍学的适龄儿童',
  columns: [
    ID_COLUMN,
    NAME_COLUMN,
    { title: '学校', synonyms: ['学校名称', '就读学校'], kind: 'text', required: true, field: 'school' },
    { title: '年级', kind: 'list', required: true, field: 'grade', values: grades(1, 9) },
    { title: '学年', kind: 'school-year', required: true, field: 'school_year' },
  ],
};
