// One warning: evidence first, the actions allowed to this account now, and what happened so far.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Image } from 'antd';
import { useState } from 'react';
import { Problem } from '../../../../kernel/problem.ts';
import { Deadline, DetailPage, type Fact, Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { useResume } from '../../../../platform/web/form/index.ts';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay, useViewer } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { MONITORING_CATEGORY_NAMES } from '../../../households/domain/registry-columns.ts';
import { refuseAssign, refuseCheck, refuseReopen } from '../../domain/lifecycle.ts';
import '../../domain/problems.ts';
import { warnings } from '../api.ts';
import { AssignDialog } from '../parts/assign-dialog.tsx';
import { CHECK_DRAFT, CheckDialog } from '../parts/check-dialog.tsx';
import { Evidence } from '../parts/evidence.tsx';
import { ReopenDialog } from '../parts/reopen-dialog.tsx';
import { WarningTimeline } from '../parts/timeline.tsx';
import { LevelTag, WarningStateTag } from '../parts/words.tsx';
import type { WarningDetail } from '../types.ts';

export function WarningPage() {
  const { key = '' } = useParams({ strict: false }) as { key?: string };
  const match = /^(\d{6})-(\d{1,15})$/.exec(key);
  if (!match) return <Empty what="没有这条预警" hint="请从预警列表中打开，或检查链接是否完整。" />;
  return <LoadedWarning countyCode={Number(match[1])} id={Number(match[2])} />;
}

function LoadedWarning(input: { countyCode: number; id: number }) {
  const query = useQuery(warnings.query.get.queryOptions({ input }));
  if (query.isPending) return <Loading />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <WarningView warning={query.data} />;
}

type Dialog = 'assign' | 'check' | 'reopen';

function WarningView({ warning }: { warning: WarningDetail }) {
  const { actions, whyNot } = useActions(warning);
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  useResume(CHECK_DRAFT, (record) => {
    if (record !== `${warning.countyCode}-${warning.id}` || !actions.some((each) => each.dialog === 'check'))
      return false;
    setDialog('check');
    return true;
  });
  return (
    <DetailPage
      listPath="/warnings"
      title={`${warning.headName || warning.householdNumber} 户`}
      state={
        <>
          <LevelTag level={warning.level} />
          <WarningStateTag state={warning.state} />
          {warning.state === 'open' && !warning.superseded && warning.active ? (
            <Deadline daysLeft={warning.daysLeft} date={warning.dueOn} />
          ) : null}
        </>
      }
      note={`${warning.asOf} 筛查`}
      {...(whyNot ? { whyNot } : {})}
      actions={actions.map(({ dialog: name, label, primary }) => (
        <Button key={name} type={primary ? 'primary' : 'default'} onClick={() => setDialog(name)}>
          {label}
        </Button>
      ))}
      aside={<WarningTimeline items={warning.timeline} />}
    >
      <Evidence evidence={warning.evidence} />
      {warning.state === 'open' ? null : <Result warning={warning} />}
      <Household warning={warning} />
      {dialog === 'assign' ? <AssignDialog rows={[warning]} onClose={close} /> : null}
      {dialog === 'check' ? <CheckDialog warning={warning} onClose={close} /> : null}
      {dialog === 'reopen' ? <ReopenDialog warning={warning} onClose={close} /> : null}
    </DetailPage>
  );
}

type Action = { dialog: Dialog; label: string; primary?: boolean };

/** The buttons this account may use on this warning now; where there are none, why. */
function useActions(warning: WarningDetail): { actions: Action[]; whyNot?: string } {
  const { accountId, operations } = useViewer();
  const mayAssign = useMay('warnings.assign');
  const mayCheck = useMay('warnings.check');
  // Only those below a township cannot assign; the server decides by the role itself.
  const role = operations.has('warnings.assign') ? 'township-officer' : 'village-worker';
  const refusals = {
    check: refuseCheck(warning),
    assign: refuseAssign(warning),
    reopen: refuseReopen(warning, { accountId, role }),
  };
  const actions: Action[] = [
    ...(mayCheck && !refusals.check ? [{ dialog: 'check' as const, label: '填写核实结果', primary: true }] : []),
    ...(mayAssign && !refusals.assign ? [{ dialog: 'assign' as const, label: '指派' }] : []),
    ...(mayCheck && !refusals.reopen ? [{ dialog: 'reopen' as const, label: '撤销核实' }] : []),
  ];
  if (actions.length > 0) return { actions };
  if (!mayCheck) return { actions, whyNot: '本账号的角色只能查阅预警，不能核实。' };
  const refusal = warning.state === 'open' ? refusals.check : refusals.reopen;
  return refusal ? { actions, whyNot: new Problem(refusal.code).message } : { actions };
}

function Result({ warning }: { warning: WarningDetail }) {
  const { countyCode, id, photos, note, checkedBy, checkedAt, carried } = warning;
  return (
    <Section title="核实结果">
      <Facts
        facts={[
          { label: '结果', value: <WarningStateTag state={warning.state} /> },
          { label: '核实人', value: `${checkedBy ?? UNKNOWN} ${formatInstant(checkedAt)}` },
          { label: '情况', value: note || UNKNOWN, wide: true },
          ...(carried ? [{ label: '说明', value: '沿用上次筛查的核实结果：本次没有新的规则触发。', wide: true }] : []),
        ]}
      />
      {photos.length > 0 ? (
        <Image.PreviewGroup>
          {photos.map((photo) => (
            <Image
              key={photo.id}
              alt={photo.name}
              height={120}
              src={`/api/warnings/${countyCode}/${id}/photos/${photo.id}`}
            />
          ))}
        </Image.PreviewGroup>
      ) : null}
    </Section>
  );
}

function Household({ warning }: { warning: WarningDetail }) {
  const { countyCode, householdId, household, householdNumber, memberCount, monitored } = warning;
  const mayOpen = useMay('households.get');
  const facts: Fact[] = [
    {
      label: '户编号',
      value: mayOpen ? (
        <Link to={householdPath({ countyCode, id: householdId })}>{householdNumber}</Link>
      ) : (
        householdNumber
      ),
    },
    { label: '户主', value: warning.headName || UNKNOWN },
    { label: '家庭人口', value: `${memberCount} 人` },
    { label: '户类型', value: household.kind === 'lifted' ? '脱贫户' : '一般农户' },
    {
      label: '监测对象类别',
      value: household.monitoringCategory ? MONITORING_CATEGORY_NAMES[household.monitoringCategory] : '未纳入监测',
    },
    { label: '筛查时是否在监测', value: monitored ? '是' : '否' },
    { label: '所在地', value: household.areaNames.join(' / '), wide: true },
  ];
  return (
    <Section title="农牧户">
      <Facts facts={facts} />
    </Section>
  );
}
