// One household on one screen: who they are, what they live on, what is at risk, what to do next. And what can be recorded here.

import { isOpen } from '../../../../../kernel/field/outbox.ts';
import { ACTIONS } from '../../../../cases/domain/actions.ts';
import { INCOME_NAMES } from '../../../../cases/domain/survey.ts';
import { RISK_NAMES } from '../../../../cases/domain/words.ts';
import { daysBetween, type HouseholdView, householdOf, keyText } from '../../../../field/domain/phone-copy.ts';
import { STATE_NAMES } from '../../../../process/domain/steps.ts';
import { STATE_NAMES as WARNING_STATES } from '../../../../warnings/domain/lifecycle.ts';
import { addressOf } from '../addresses.ts';
import { usePhoneState } from '../context.ts';
import { formsOfHousehold } from '../forms/forms-of-household.ts';
import { listNames } from '../forms/round-forms.ts';
import { Facts, Mark, Nothing, Screen } from '../parts.tsx';
import { localToday, yuanWords } from '../words.ts';
import { CategoryMark } from './households.tsx';
import { ItemList } from './item-list.tsx';
import { DaysLeft } from './today.tsx';

export function HouseholdScreen({ id }: { id: string }) {
  const { copy, items } = usePhoneState();
  const view = copy && householdOf(copy, id);
  if (!copy || !view)
    return (
      <Screen title="农户" back={addressOf('households')}>
        <Nothing>手机上没有这一户，可能已经迁出本村。</Nothing>
      </Screen>
    );
  const { household, village } = view;
  const waiting = new Set(items.flatMap((item) => (isOpen(item) && item.target ? [item.target] : [])));
  const forms = formsOfHousehold(copy, view, waiting);
  const own = items.filter(({ group }) => group === id);
  return (
    <Screen title={household.headName} back={addressOf('households')}>
      <p className="f-line">
        <span className="f-quiet">
          {village?.name} · {household.number} · {household.memberCount} 人
        </span>
        <CategoryMark household={household} />
      </p>
      <section aria-label="要办的事">
        <ToDo view={view} />
      </section>
      <h2>现在可以登记</h2>
      <ul className="f-grid">
        {forms.map(({ address, title }) => (
          <li key={address}>
            <a className="f-button f-button-plain" href={address}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <h2>家庭成员</h2>
      <Members view={view} />
      <h2>收入</h2>
      <Incomes view={view} />
      {own.length > 0 ? (
        <>
          <h2>这台手机上的记录</h2>
          <ItemList items={own} />
        </>
      ) : null}
    </Screen>
  );
}

function ToDo({ view: { cases, warnings, measures, sweepVisits, issues, household } }: { view: HouseholdView }) {
  const today = localToday();
  const facts: [string, string | undefined][] = [
    ['联系电话', household.phoneMasked],
    ['上次走访', household.lastVisitOn],
    ['下次走访', household.nextVisitDue],
  ];
  return (
    <>
      {cases.map((each) => (
        <div className="f-card" key={keyText(each)}>
          <p className="f-line">
            <b>{STATE_NAMES[each.state]}</b>
            {each.dueOn ? <DaysLeft daysLeft={daysBetween(today, each.dueOn)} /> : null}
          </p>
          {each.risks.length > 0 ? <p>风险：{each.risks.map((risk) => RISK_NAMES[risk]).join('、')}</p> : null}
          <p className="f-quiet">帮扶责任人：{each.responsible || '还没有'}</p>
          {each.timeline.slice(0, 3).map(({ seq, kind, on, by }) => (
            <p className="f-quiet" key={seq}>
              {on} {ACTIONS[kind].title}（{by}）
            </p>
          ))}
        </div>
      ))}
      {warnings.map((each) => (
        <div className="f-card" key={keyText(each)}>
          <p className="f-line">
            <b>预警：{each.rules.map(({ name }) => name).join('、')}</b>
            {each.state === 'open' ? <DaysLeft daysLeft={daysBetween(today, each.dueOn)} /> : null}
          </p>
          <p className="f-quiet">{WARNING_STATES[each.state]}</p>
        </div>
      ))}
      {measures.map((each) => (
        <div className="f-card" key={keyText(each)}>
          <p className="f-line">
            <span>措施：{each.content}</span>
            <DaysLeft daysLeft={daysBetween(today, each.dueOn)} />
          </p>
        </div>
      ))}
      {sweepVisits.map(({ number, lists, retryBy }) => (
        <div className="f-card" key={number}>
          <p className="f-line">
            <b>{retryBy ? '上次没见到，待补访' : '本轮待核查'}</b>
            {retryBy ? <DaysLeft daysLeft={daysBetween(today, retryBy)} /> : null}
          </p>
          <p className="f-quiet">清单：{listNames(lists)}</p>
        </div>
      ))}
      {issues.map((each) => (
        <div className="f-card" key={`issue ${keyText(each)}`}>
          <p className="f-line">
            <b>疑点：{each.title}</b>
            {each.dueOn ? <DaysLeft daysLeft={daysBetween(today, each.dueOn)} /> : null}
          </p>
          <p className="f-quiet">
            {[each.personName, each.value, each.returned && `退回：${each.returned}`].filter(Boolean).join('。')}
          </p>
        </div>
      ))}
      <Facts facts={facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []))} />
    </>
  );
}

function Members({ view: { members } }: { view: HouseholdView }) {
  if (members.length === 0) return <Nothing>没有成员资料。</Nothing>;
  return (
    <ul className="f-plain-list">
      {members.map(({ id, name, relation, sex, idMasked }) => (
        <li key={id} className="f-member">
          <b>{name}</b> {[relation, sex].filter(Boolean).join(' · ')}
          <span className="f-quiet">{idMasked}</span>
        </li>
      ))}
    </ul>
  );
}

function Incomes({ view: { incomes } }: { view: HouseholdView }) {
  if (incomes.length === 0) return <Nothing>没有收入资料。</Nothing>;
  return incomes.map(({ year, netFen, members, ...parts }) => {
    const sums = [parts.wageFen, parts.businessFen, parts.propertyFen, parts.transferFen];
    const total = sums.reduce((sum, part) => sum + part, 0) || 1;
    return (
      <div className="f-card" key={year}>
        <p className="f-line">
          <b>
            {year} 年纯收入 {yuanWords(netFen)}
          </b>
          {members ? <Mark tone="plain">人均 {yuanWords(netFen / members)}</Mark> : null}
        </p>
        <p className="f-parts" aria-hidden="true">
          {sums.map((part, i) => (
            <span key={Object.keys(INCOME_NAMES)[i]} style={{ width: `${(100 * part) / total}%` }} />
          ))}
        </p>
        <p className="f-quiet">
          {Object.values(INCOME_NAMES)
            .map((name, i) => `${name} ${yuanWords(sums[i] ?? 0)}`)
            .join('，')}
        </p>
      </div>
    );
  });
}
