// 规则与参数: what is looked for, with which thresholds, how the rules fared, and the screenings that used them.

import { DetailTabs } from '../../../../platform/web/detail-tabs.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { ParameterTable } from '../parts/parameter-table.tsx';
import { RuleList } from '../parts/rule-list.tsx';
import { ScreeningList } from '../parts/screening-list.tsx';

export function RulesPage() {
  return (
    <div className="sw-page">
      <PageTitle title="规则与参数" />
      <DetailTabs
        tabs={[
          { key: 'rules', label: '规则', content: <RuleList /> },
          { key: 'parameters', label: '参数', content: <ParameterTable /> },
          { key: 'screenings', label: '筛查', content: <ScreeningList /> },
        ]}
      />
    </div>
  );
}
