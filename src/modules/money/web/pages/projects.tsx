// 项目资金: what each project of the year was planned, given and paid.

import { useNavigate } from '@tanstack/react-router';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListFilter } from '../../../../platform/web/list/list-types.ts';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { projectPath } from '../../domain/addresses.ts';
import { PROJECT_FORM_NAMES } from '../../domain/forms.ts';
import { money } from '../api.ts';
import { AskedBar, useAsked } from '../parts/asked.tsx';
import { PROJECT_COLUMNS } from '../parts/columns.tsx';
import { PROJECT_STATES, projectsSearch } from '../searches.ts';
import '../money.css';
import { thisYear } from '../../../../platform/web/today.ts';

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '项目', placeholder: '编号或名称' },
  {
    kind: 'choice',
    key: 'state',
    label: '进度',
    choices: Object.entries(PROJECT_STATES).map(([value, label]) => ({ value, label })),
  },
];

export function ProjectsPage() {
  const { code: area } = useArea();
  const navigate = useNavigate();
  const asked = useAsked();
  const year = asked.year ?? thisYear();
  return (
    <ListPage
      id="money.projects"
      title="项目资金"
      unit="个"
      search={projectsSearch}
      filters={FILTERS}
      columns={PROJECT_COLUMNS}
      rowKey={({ number }) => number}
      queryKey={money.query.projects.key()}
      fetch={({ sort: _sort, ...search }, area, signal) => money.client.projects({ ...search, area }, { signal })}
      onOpen={({ number }) => void navigate({ to: projectPath(number) })}
      actions={
        <FormsMenu operation="money.export-form" path="money/forms" names={PROJECT_FORM_NAMES} query={{ area, year }} />
      }
      emptyHint="项目和资金分配从“台账导入”进来，也可以在“项目”“资金分配到项目”台账里登记。"
    >
      <AskedBar years={[year, year - 1, year - 2]} year={year} />
    </ListPage>
  );
}
