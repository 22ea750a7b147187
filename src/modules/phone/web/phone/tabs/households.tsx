// 农户: found by name, pinyin initials or number, and by group.

import { useDeferredValue, useMemo } from 'react';
import type { OutboxItem } from '../../../../../kernel/field/outbox.ts';
import { CATEGORY_NAMES } from '../../../../cases/domain/words.ts';
import {
  daysBetween,
  findHouseholds,
  GROUP_NAMES,
  type HouseholdGroup,
  keyText,
  type PhoneHousehold,
} from '../../../../field/domain/phone-copy.ts';
import { addressOf } from '../addresses.ts';
import { usePhoneState } from '../context.ts';
import { Mark, Nothing, RowLink, Screen } from '../parts.tsx';
import { useRemembered } from '../remembered.ts';
import { localToday } from '../words.ts';
import { TabBar } from './tab-bar.tsx';

/** As many as a screen is scrolled for; who looks for another types a letter more. */
const MOST_SHOWN = 60;

/** `group`: opened for this group. */
export function HouseholdsTab({ group }: { group?: HouseholdGroup | undefined }) {
  return (
    <Screen title="农户" tabs={<TabBar current="households" />}>
      <HouseholdFinder key={group} opened={group} onPick={(key) => addressOf('household', key)} />
    </Screen>
  );
}

/** The list with its search; `onPick` answers where a row leads. */
type FinderProps = { opened?: HouseholdGroup | undefined; onPick: (key: string) => string };

export function HouseholdFinder({ opened = 'all', onPick }: FinderProps) {
  const { copy, items } = usePhoneState();
  const [text, setText] = useRemembered('households.text', '');
  const [group, setGroup] = useRemembered<HouseholdGroup>(`households.group.${opened}`, opened);
  const wanted = useDeferredValue(text);
  const found = useMemo(
    () => (copy ? findHouseholds(copy, { text: wanted, group, seen: seenOf(items) }) : []),
    [copy, items, wanted, group],
  );
  const villages = new Map(copy?.villages.map(({ code, name }) => [code, name]));
  return (
    <>
      <label className="f-label">
        <span className="f-hidden">查找农户</span>
        <input
          className="f-input"
          type="search"
          placeholder="姓名、拼音首字母、户编号"
          value={text}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <fieldset className="f-chips">
        <legend className="f-hidden">分组</legend>
        {(Object.keys(GROUP_NAMES) as HouseholdGroup[]).map((each) => (
          <button key={each} type="button" aria-pressed={each === group} onClick={() => setGroup(each)}>
            {GROUP_NAMES[each]}
          </button>
        ))}
      </fieldset>
      <p className="f-quiet" role="status">
        {found.length} 户{found.length > MOST_SHOWN ? `，列出前 ${MOST_SHOWN} 户` : ''}
      </p>
      {found.length === 0 ? <Nothing>没有找到。可以少写几个字，或换一个分组。</Nothing> : null}
      <ul className="f-list">
        {found.slice(0, MOST_SHOWN).map((each) => (
          <RowLink
            key={keyText(each)}
            href={onPick(keyText(each))}
            title={`${each.headName}（${each.memberCount} 人）`}
            note={noteOf(each, copy && copy.villages.length > 1 ? villages.get(each.villageCode) : undefined)}
            mark={<CategoryMark household={each} />}
          />
        ))}
      </ul>
    </>
  );
}

/** Whom the outbox holds a visit of a round of. */
export const seenOf = (items: readonly OutboxItem[]) =>
  new Set(items.flatMap(({ operation, group = '' }) => (operation === 'sweeps.visit' ? [group] : [])));

function noteOf({ number, lastVisitOn }: PhoneHousehold, village: string | undefined): string {
  const visit = lastVisitOn ? `${Math.max(0, daysBetween(lastVisitOn, localToday()))} 天前走访` : '没有走访记录';
  return [village, number, visit].filter(Boolean).join(' · ');
}

export function CategoryMark({ household }: { household: PhoneHousehold }) {
  const { monitoringCategory, riskCleared, kind } = household;
  if (monitoringCategory)
    return (
      <Mark tone={riskCleared ? 'green' : 'orange'}>{riskCleared ? '已消除' : CATEGORY_NAMES[monitoringCategory]}</Mark>
    );
  return kind === 'lifted' ? <Mark tone="plain">脱贫户</Mark> : null;
}
