// 采集: what can be recorded, by what it is; of a household it begins with choosing the household.

import { operationName } from '../../../../../kernel/register/register-contract.ts';
import { addressOf } from '../addresses.ts';
import { usePhone, usePhoneState } from '../context.ts';
import { Mark, Nothing, RowLink, Screen } from '../parts.tsx';
import { TabBar } from './tab-bar.tsx';

export function CollectTab() {
  const { registers } = usePhone();
  const { copy } = usePhoneState();
  const may = (operation: string) => copy?.operations.includes(operation) ?? false;
  const open = registers.filter((each) => may(operationName(each, 'add')) || may(operationName(each, 'change')));
  return (
    <Screen title="采集" tabs={<TabBar current="collect" />}>
      {copy ? null : <Nothing>手机上还没有资料，请联网后再打开。</Nothing>}
      <h2>按户登记</h2>
      <p className="f-quiet">线索、核实、走访、收入测算：先找到农户，再选要登记的内容。</p>
      <ul className="f-list">
        <RowLink href={addressOf('households')} title="找农户" note="姓名、拼音首字母、户编号" />
      </ul>
      {copy?.jobs && may('employment.confirm') ? (
        <>
          <h2>务工月确认</h2>
          <ul className="f-list">
            {copy.jobs.map(({ villageCode, month, total }) => (
              <RowLink
                key={villageCode}
                href={addressOf('jobs', String(villageCode))}
                title={copy.villages.find(({ code }) => code === villageCode)?.name ?? ''}
                note={`${month.slice(0, 7)}，已确认 ${total.done}/${total.spells}`}
                mark={total.done < total.spells ? <Mark tone="orange">未完成</Mark> : <Mark tone="green">已完成</Mark>}
              />
            ))}
          </ul>
        </>
      ) : null}
      {open.length > 0 ? <h2>台账</h2> : null}
      <ul className="f-list">
        {open.map(({ code, title, unit }) => (
          <RowLink
            key={code}
            href={addressOf('register', code)}
            title={title}
            note={`${copy?.registers[code]?.length ?? 0} ${unit}`}
          />
        ))}
      </ul>
    </Screen>
  );
}
