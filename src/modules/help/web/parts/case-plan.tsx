// 一户一策: the risks of the household with the measures against each, what is missing in red, and the measures themselves.

import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { useResume } from '../../../../platform/web/form/index.ts';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { emptyDraft, type MeasureDraft } from '../../domain/measure-drafts.ts';
import { DEMAND_NAMES, FITTING, isDeveloping, MEASURE_CLASS_NAMES } from '../../domain/measures.ts';
import { type CasePlan, help, type MeasureItem } from '../api.ts';
import { CancelDialog, ChangeDialog, MEASURE_DRAFT, ResultDialog } from './measure-dialogs.tsx';
import { MEASURES_DRAFT, MeasureEditor } from './measure-editor.tsx';
import { DEEDS, type Deed, MeasureList } from './measure-list.tsx';
import '../help.css';

export function CasePlanPart({ caseKey }: { caseKey: CaseKey }) {
  const query = useQuery(
    help.query.measures.queryOptions({ input: { countyCode: caseKey.countyCode, id: caseKey.id } }),
  );
  if (query.isPending) return <Loading rows={6} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <PlanView caseKey={caseKey} plan={query.data} />;
}

type PlanProps = { caseKey: CaseKey; plan: CasePlan };

function PlanView({ caseKey, plan }: PlanProps) {
  const mayAdd = useMay('help.add-measure') && plan.open;
  const [drafts, setDrafts] = useState<MeasureDraft[]>();
  const [doing, setDoing] = useState<{ deed: Deed; measure: MeasureItem }>();
  const close = () => setDoing(undefined);
  const name = `${caseKey.countyCode}-${caseKey.id}`;
  useResume(MEASURES_DRAFT, (record) => {
    if (record !== name || !mayAdd) return false;
    setDrafts([emptyDraft(plan.today)]);
    return true;
  });
  useResume(MEASURE_DRAFT, (record) => {
    const [of, id, wanted] = record.split('/');
    const measure = plan.items.find((each) => String(each.id) === id);
    const deed = DEEDS.find((each) => each === wanted);
    if (of !== name || !measure || !deed) return false;
    setDoing({ deed, measure });
    return true;
  });
  return (
    <div className="sw-plan">
      {plan.whyNot ? <p className="sw-quiet">{plan.whyNot}</p> : null}
      <Demands plan={plan} />
      <Gaps plan={plan} />
      <section className="sw-part">
        <div className="sw-section-title">
          <h2>帮扶措施</h2>
          <span className="sw-grow" />
          {mayAdd && !drafts ? <AddButtons caseKey={caseKey} plan={plan} onDrafts={setDrafts} /> : null}
        </div>
        {drafts ? (
          <MeasureEditor caseKey={caseKey} plan={plan} initial={drafts} onClose={() => setDrafts(undefined)} />
        ) : null}
        {drafts && plan.items.length === 0 ? null : (
          <MeasureList caseKey={caseKey} plan={plan} onDo={(deed, measure) => setDoing({ deed, measure })} />
        )}
        <Totals items={plan.items} />
      </section>
      {doing?.deed === 'result' ? <ResultDialog {...{ caseKey, plan, ...doing }} onClose={close} /> : null}
      {doing?.deed === 'change' ? <ChangeDialog {...{ caseKey, plan, ...doing }} onClose={close} /> : null}
      {doing?.deed === 'cancel' ? <CancelDialog {...{ caseKey, plan, ...doing }} onClose={close} /> : null}
    </div>
  );
}

function AddButtons({ caseKey, plan, onDrafts }: PlanProps & { onDrafts: (drafts: MeasureDraft[]) => void }) {
  const showFailure = useShowFailure();
  const { countyCode, id } = caseKey;
  const proposals = useQuery(help.query.proposeMeasures.queryOptions({ input: { countyCode, id } }));
  // What was proposed before the last change is not offered again while it is read anew.
  const count = proposals.isFetching ? 0 : (proposals.data?.length ?? 0);

  function adopt() {
    if (proposals.isError) showFailure(proposals.error);
    const drafts = (proposals.data ?? []).map(
      ({ key: _key, answers, ...proposal }): MeasureDraft => ({
        ...proposal,
        person: '',
        money: '',
        ...(answers ? { answers } : {}),
      }),
    );
    if (drafts.length > 0) onDrafts(drafts);
  }

  return (
    <div className="sw-actions">
      {count > 0 ? (
        <Button type="primary" onClick={adopt}>
          采用建议({count} 项)
        </Button>
      ) : null}
      <Button onClick={() => onDrafts([emptyDraft(plan.today)])}>新增措施</Button>
    </div>
  );
}

/** Which measures stand against a demand; against none in particular, the developing ones. */
function standingFor(items: readonly MeasureItem[], fits: (item: MeasureItem) => boolean): string {
  const names = items
    .filter((item) => item.state !== 'cancelled' && fits(item))
    .map((item) => MEASURE_CLASS_NAMES[item.class]);
  return [...new Set(names)].join('、');
}

type DemandRow = { name: string; standing: string; missing?: string; late?: boolean };

function demandRows({ demands, items, hasLabour, gaps }: CasePlan): DemandRow[] {
  const rows: DemandRow[] = demands.map(({ demand, covered, needed }) => ({
    name: DEMAND_NAMES[demand],
    standing: standingFor(items, (item) => FITTING[demand]?.includes(item.class) ?? item.answers === demand),
    ...(covered ? {} : { missing: needed, late: true }),
  }));
  if (!hasLabour) return rows;
  const developing = standingFor(items, (item) => isDeveloping(item.class));
  const labour: DemandRow = {
    name: '有劳动力',
    standing: developing,
    ...(developing ? {} : { missing: '应有产业、就业、金融、公益岗位帮扶之一' }),
    // Before its term is over a developing measure is only due, not missing.
    late: gaps.some(({ kind }) => kind === 'developing'),
  };
  return [...rows, labour];
}

function coverWords({ fullyHelped, demands }: CasePlan): string {
  if (demands.length === 0) return '还没有登记风险类型，不能判断措施是否齐全';
  return fullyHelped ? '每项风险都有对应措施' : '有风险没有对应措施';
}

function Demands({ plan }: { plan: CasePlan }) {
  const rows = demandRows(plan);
  if (rows.length === 0) return null;
  return (
    <section className="sw-part">
      <div className="sw-section-title">
        <h2>风险与措施</h2>
        <span className="sw-grow" />
        <span className={plan.fullyHelped ? '' : 'sw-tone-red'}>{coverWords(plan)}</span>
      </div>
      <table className="sw-plain-table sw-demands">
        <thead>
          <tr>
            <th scope="col">风险、问题</th>
            <th scope="col">对应的措施</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, missing, standing, late }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={missing && late ? 'sw-tone-red' : missing ? 'sw-quiet' : ''}>
                {missing ? `${late ? '缺措施，' : ''}${missing}` : standing}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the table above does not say: terms that are over. */
function Gaps({ plan }: { plan: CasePlan }) {
  const words = plan.gaps.filter(({ kind }) => kind !== 'risk').map((gap) => gap.words);
  if (words.length === 0) return null;
  return (
    <Alert
      className="sw-alert"
      type="error"
      showIcon
      title={
        <ul>
          {words.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      }
    />
  );
}

function Totals({ items }: { items: readonly MeasureItem[] }) {
  const standing = items.filter(({ state }) => state !== 'cancelled');
  if (standing.length === 0) return null;
  const done = standing.filter(({ state }) => state === 'done');
  const sum = (of: readonly MeasureItem[]) => formatMoney(of.reduce((fen, { moneyFen }) => fen + moneyFen, 0));
  return (
    <p className="sw-plan-totals">
      合计 {standing.length} 项，资金 <strong>{sum(standing)}</strong> 元；已落实 {done.length} 项，资金{' '}
      <strong>{sum(done)}</strong> 元
    </p>
  );
}
