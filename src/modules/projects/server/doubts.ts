// Projects and beneficiaries that are possible but doubtful (data contract for registers, §4).

import type { Doubt } from '../../../platform/server/registers/doubts.ts';

export const projectsDoubts: Doubt[] = [
  { register: 'projects', code: 'no-linkage', where: `t.project_kind = 'industry' and t.linkage_ways is null` },
  {
    register: 'project-beneficiaries',
    code: 'beneficiary-elsewhere',
    where: `exists (select from projects p where p.number = t.project_number and p.county_code <> t.county_code)`,
  },
];
