// The help of one case: its plan and its visits.

import { useParams } from '@tanstack/react-router';
import { DetailPage, DetailTabs } from '../../../../platform/web/detail-page.tsx';
import { Empty } from '../../../../platform/web/states.tsx';
import { readCaseKey } from '../../domain/addresses.ts';
import { casePlanSection } from '../parts/case-plan.tsx';
import { caseVisitsSection } from '../parts/case-visits.tsx';

const PARTS = [casePlanSection, caseVisitsSection];

export function CaseHelpPage() {
  const { key = '' } = useParams({ strict: false }) as { key?: string };
  const caseKey = readCaseKey(key);
  if (!caseKey) return <Empty what="没有这个监测个案" hint="请从列表中打开,或检查链接是否完整。" />;
  return (
    <DetailPage listPath="/monitoring/gaps" title="帮扶">
      <DetailTabs
        tabs={PARTS.map((part) => ({ key: part.key, label: part.title, content: part.render({ caseKey }) }))}
      />
    </DetailPage>
  );
}
