// One item: where it stands, its receipt, why it was not accepted, and what can be done. A field that both sides changed is shown with
// both values, by whom and when; nobody's is taken without being asked.

import { useState } from 'react';
import { type Clash, mayEdit, mayGiveUp, type OutboxItem } from '../../../../../kernel/field/outbox.ts';
import type { Field } from '../../../../../kernel/register/field.ts';
import { KIND_RULES } from '../../../../../kernel/register/kinds.ts';
import { operationName } from '../../../../../kernel/register/register-contract.ts';
import { addressOf, goInstead } from '../addresses.ts';
import { usePhone, usePhoneState } from '../context.ts';
import { saidOfInput } from '../forms/operations.ts';
import { Alert, Facts, Nothing, Screen } from '../parts.tsx';
import { syncNow } from '../store/sync.ts';
import { dayAndClock } from '../words.ts';
import { STATE_WORDS } from './item-list.tsx';

export function ItemScreen({ id }: { id: string }) {
  const { items, files } = usePhoneState();
  const item = items.find((each) => each.id === id);
  if (!item)
    return (
      <Screen title="记录" back={addressOf('outbox')}>
        <Nothing>这条记录已经不在手机上了。</Nothing>
      </Screen>
    );
  const { title, about, state, madeAt, receipt, problem, clash } = item;
  const sent = item.files.filter((file) => files.get(file)?.sent).length;
  return (
    <Screen title={title} back={addressOf('outbox')}>
      <p className={`f-state f-state-${STATE_WORDS[state].tone}`} role="status">
        <b>{STATE_WORDS[state].title}</b> {STATE_WORDS[state].about}
      </p>
      {problem ? <Alert>{problem.message}</Alert> : null}
      {state === 'waiting' && item.files.some((file) => !files.has(file)) ? (
        <Alert>照片不在这台手机上。请用拍照的那台手机联网上传；那台手机已清除的，请放弃这条，重新登记。</Alert>
      ) : null}
      <Facts
        facts={[
          ...(about ? ([['对象', about]] as const) : []),
          ['登记时间', `${dayAndClock(madeAt)}（手机时间）`],
          ...(receipt
            ? ([
                ['回执', receipt.number],
                ['送达时间', dayAndClock(receipt.at)],
              ] as const)
            : []),
          ...(item.files.length > 0 ? ([['照片和签名', `${sent}/${item.files.length} 已送达`]] as const) : []),
        ]}
      />
      <Recorded item={item} />
      {clash ? <Conflict item={item} clash={clash} /> : <Actions item={item} />}
    </Screen>
  );
}

/** What it says, also where its form is not there any more or it was made on another phone. */
function Recorded({ item: { form, operation, input } }: { item: OutboxItem }) {
  const said = form?.said ?? saidOfInput(operation, input);
  if (said.length === 0) return null;
  return (
    <details className="f-card">
      <summary>登记的内容</summary>
      <Facts facts={said} />
    </details>
  );
}

function Actions({ item }: { item: OutboxItem }) {
  const { store } = usePhone();
  const [isSure, setSure] = useState(false);
  if (!mayGiveUp(item)) return null;
  return (
    <>
      {item.form && mayEdit(item) ? (
        <a className="f-button" href={addressOf('form', 'edit', item.id)}>
          修改后再传
        </a>
      ) : null}
      {isSure ? (
        <>
          <p>放弃后这条记录从手机上删除，找不回来。</p>
          <button
            type="button"
            className="f-button f-button-red"
            onClick={() => void store.giveUp(item.id).then(() => goInstead(addressOf('outbox')))}
          >
            确定放弃
          </button>
        </>
      ) : (
        <button type="button" className="f-button f-button-plain" onClick={() => setSure(true)}>
          放弃这条记录
        </button>
      )}
    </>
  );
}

type ConflictProps = { item: OutboxItem; clash: NonNullable<OutboxItem['clash']> };

function Conflict({ item, clash }: ConflictProps) {
  const { store, registers } = usePhone();
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const register = registers.find((each) => operationName(each, 'change') === item.operation);
  const isDone = clash.fields.every(({ field }) => chosen[field]);

  async function settle() {
    const mine = (item.input.values ?? {}) as Record<string, unknown>;
    const values = Object.fromEntries(Object.entries(mine).filter(([field]) => (chosen[field] ?? 'mine') === 'mine'));
    if (Object.keys(values).length === 0) await store.giveUp(item.id);
    else await store.sendAgain(item.id, { input: { ...item.input, version: clash.version, values } });
    goInstead(addressOf('outbox'));
    if (navigator.onLine) void syncNow(store);
  }

  return (
    <>
      <p>
        您改的时候，{clash.by}（{dayAndClock(clash.at)}）也改了同样的内容。请逐项选择用哪一个，两个值都会留在历史里。
      </p>
      {clash.fields.map((each) => (
        <Choice
          key={each.field}
          clash={each}
          field={register?.fields[each.field]}
          by={clash.by}
          chosen={chosen[each.field]}
          onChoose={(side) => setChosen((now) => ({ ...now, [each.field]: side }))}
        />
      ))}
      <button type="button" className="f-button" aria-disabled={!isDone} onClick={() => isDone && void settle()}>
        按选择的保存
      </button>
    </>
  );
}

type ChoiceProps = {
  clash: Clash;
  field: Field | undefined;
  by: string;
  chosen: 'mine' | 'theirs' | undefined;
  onChoose: (side: 'mine' | 'theirs') => void;
};

function Choice({ clash, field, by, chosen, onChoose }: ChoiceProps) {
  const shown = (value: unknown) =>
    value === null || value === undefined
      ? '（空）'
      : field
        ? KIND_RULES[field.kind].write(value, field)
        : String(value);
  return (
    <fieldset className="f-card">
      <legend className="f-label">{clash.title}</legend>
      <p className="f-quiet">原来：{shown(clash.base)}</p>
      <div className="f-options f-options-two">
        {(['mine', 'theirs'] as const).map((side) => (
          <label key={side} className="f-option">
            <input type="radio" name={clash.field} checked={chosen === side} onChange={() => onChoose(side)} />
            <span>
              {side === 'mine' ? '我填的' : `${by}填的`}
              <b className="f-value">{shown(clash[side])}</b>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
