// 走访: when the family was visited, what was found, and until when the next visit is owed.

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Deadline } from '../../../../platform/web/detail-page.tsx';
import { useResume } from '../../../../platform/web/form/index.ts';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { type CaseVisits, help, type VisitItem } from '../api.ts';
import { HelpPhotos } from './help-words.tsx';
import { VISIT_DRAFT, VisitDialog } from './visit-dialog.tsx';
import '../help.css';

export function CaseVisitsPart({ caseKey }: { caseKey: CaseKey }) {
  const query = useQuery(help.query.visits.queryOptions({ input: { countyCode: caseKey.countyCode, id: caseKey.id } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <VisitsView caseKey={caseKey} visits={query.data} />;
}

function VisitsView({ caseKey, visits }: { caseKey: CaseKey; visits: CaseVisits }) {
  const mayAdd = useMay('help.add-visit');
  const [adding, setAdding] = useState(false);
  const { dueOn, daysLeft, everyDays, items } = visits;
  useResume(VISIT_DRAFT, (record) => {
    if (record !== `${caseKey.countyCode}-${caseKey.id}` || !mayAdd) return false;
    setAdding(true);
    return true;
  });
  return (
    <div>
      <div className="sw-section-title sw-visit-bar">
        {dueOn ? (
          <span>
            下次走访最迟 {dueOn} <Deadline daysLeft={daysLeft} date={dueOn} />
            <span className="sw-quiet"> 每 {everyDays} 天至少走访一次</span>
          </span>
        ) : null}
        <span className="sw-grow" />
        {mayAdd ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            登记走访
          </Button>
        ) : null}
      </div>
      {items.length === 0 ? <Empty what="还没有走访记录" /> : null}
      <ul className="sw-visits">
        {items.map((visit) => (
          <Visit key={visit.id} caseKey={caseKey} visit={visit} />
        ))}
      </ul>
      {adding ? <VisitDialog caseKey={caseKey} visits={visits} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function Visit({ caseKey, visit }: { caseKey: CaseKey; visit: VisitItem }) {
  const { visitedOn, visitors, place, longitude, latitude, findings, nextVisitDue, files } = visit;
  const point = longitude === undefined ? '' : `（东经 ${longitude}，北纬 ${latitude}）`;
  return (
    <li>
      <div>
        <strong>{visitedOn}</strong> {visitors.join('、')}
        <span className="sw-quiet">
          {' '}
          {place || UNKNOWN}
          {point}
          {nextVisitDue ? ` · 约定 ${nextVisitDue} 再访` : ''}
        </span>
      </div>
      <p>{findings}</p>
      <HelpPhotos caseKey={caseKey} files={files} />
    </li>
  );
}
