// One case: where it stands in the county's process, what this account may do now, all that was recorded.

import { DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { DetailPage } from '../../../../platform/web/detail-page.tsx';
import { DetailTabs } from '../../../../platform/web/detail-tabs.tsx';
import { useResume } from '../../../../platform/web/form/index.ts';
import { allowedTo } from '../../../../platform/web/frame/shell.tsx';
import { TrailButtons } from '../../../../platform/web/list/trail.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay, useViewer } from '../../../../platform/web/viewer.tsx';
import { readRecordKey } from '../../../households/domain/addresses.ts';
import { STEP_NAMES, TURN_NAMES } from '../../../process/domain/steps.ts';
import { ACTIONS, type Kind } from '../../domain/actions.ts';
import { type CaseKey, casePath } from '../../domain/addresses.ts';
import { cases, type DialogKind } from '../api.ts';
import { ActionDialog } from '../forms/action-dialog.tsx';
import { ACTION_DRAFT } from '../forms/action-form.tsx';
import { type Possible, possibleDialogs } from '../parts/case-reading.ts';
import { FIRST_SECTIONS, LAST_SECTIONS } from '../parts/case-sections.tsx';
import { CaseTimeline } from '../parts/case-timeline.tsx';
import { StepBar } from '../parts/step-bar.tsx';
import { CaseStateTag, ClockWords, MarkTags } from '../parts/words.tsx';
import type { CaseDeed, CaseSection } from '../sections.ts';
import type { CaseDetail } from '../types.ts';

type Sections = { caseSections: CaseSection[]; caseDeeds: CaseDeed[] };

export function CasePage(parts: Sections) {
  const { key = '' }: { key?: string } = useParams({ strict: false });
  const caseKey = readRecordKey(key);
  if (!caseKey) return <Empty what="没有这个监测个案" hint="请从监测对象列表中打开，或检查链接是否完整。" />;
  return <LoadedCase key={key} input={caseKey} {...parts} />;
}

function LoadedCase({ input, ...parts }: Sections & { input: CaseKey }) {
  const query = useQuery(cases.query.case.queryOptions({ input }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <CaseView detail={query.data} {...parts} />;
}

function CaseView({ detail, caseSections, caseDeeds }: Sections & { detail: CaseDetail }) {
  const viewer = useViewer();
  const possible = possibleDialogs(detail);
  const whyNot = useWhyNot(detail, possible);
  const [kind, setKind] = useState<DialogKind>();
  const { countyCode, id, headName, householdNumber, openedOn } = detail;
  useResume(ACTION_DRAFT, (record) => {
    const possibleKinds = [possible.main, ...possible.others, ...possible.seldom];
    const wanted = possibleKinds.find((each) => record === `${countyCode}-${id}/${each}`);
    if (!wanted) return false;
    setKind(wanted);
    return true;
  });
  const tabs = allowedTo(viewer, [...FIRST_SECTIONS, ...caseSections, ...LAST_SECTIONS])
    .filter(({ when }) => when?.(detail) ?? true)
    .map(({ key, title, render }) => ({
      ...{ key, label: title },
      content: render({ caseKey: { countyCode, id }, detail }),
    }));
  return (
    <DetailPage
      listPath="/cases"
      title={`${headName || householdNumber}户`}
      state={
        <>
          <CaseStateTag state={detail.state} />
          <ClockWords item={detail} />
          <MarkTags emergency={detail.emergency} paused={detail.paused} />
        </>
      }
      note={`${openedOn} 立案`}
      {...(whyNot ? { whyNot } : {})}
      actions={
        <>
          <TrailButtons path={casePath(detail)} unit="户" />
          {allowedTo(viewer, caseDeeds).map(({ button }) => button(detail))}
          <ActionButtons possible={possible} onChoose={setKind} />
        </>
      }
      aside={<CaseTimeline detail={detail} />}
    >
      <StepBar detail={detail} />
      <Returned detail={detail} />
      <DetailTabs tabs={tabs} />
      {kind ? <ActionDialog key={kind} kind={kind} detail={detail} onClose={() => setKind(undefined)} /> : null}
    </DetailPage>
  );
}

type ActionButtonsProps = { possible: Possible; onChoose: (kind: DialogKind) => void };

function ActionButtons({ possible: { main, others, seldom }, onChoose }: ActionButtonsProps) {
  return (
    <>
      {main ? (
        <Button type="primary" onClick={() => onChoose(main)}>
          {ACTIONS[main].title}
        </Button>
      ) : null}
      {others.map((kind) => (
        <Button key={kind} onClick={() => onChoose(kind)}>
          {ACTIONS[kind].title}
        </Button>
      ))}
      {seldom.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: seldom.map((key) => ({ key, label: ACTIONS[key].title })),
            onClick: ({ key }) => onChoose(key as DialogKind),
          }}
        >
          <Button>
            更多操作 <DownOutlined />
          </Button>
        </Dropdown>
      ) : null}
    </>
  );
}

/** Why what belongs here cannot be done, or who has to do something first. */
function useWhyNot({ refusals, turn, paused }: CaseDetail, { main }: Possible): string | undefined {
  const acts = useMay('cases.object');
  if (!acts) return '本账号的角色只能查阅监测个案，不能办理。';
  const reasons = Object.entries(refusals).map(([kind, why]) => `${ACTIONS[kind as Kind].title}：${why}`);
  if (reasons.length > 0) return [...new Set(paused ? Object.values(refusals) : reasons)].join('');
  return !main && turn ? `当前环节由${TURN_NAMES[turn]}办理。` : undefined;
}

function Returned({ detail: { returned, steps } }: { detail: CaseDetail }) {
  if (!returned) return null;
  return (
    <Alert
      className="sw-alert"
      type="warning"
      showIcon
      title={`由${STEP_NAMES[returned.from]}退回补正：${returned.reason}`}
      description={`须于 ${steps.at(-1)?.dueOn ?? '恢复计时后'} 前补正。`}
    />
  );
}
