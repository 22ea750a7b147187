// 今日: what has to be settled, what is due, whom to visit, what was begun. The most urgent first.

import { isOpen, type OutboxItem } from '../../../../../kernel/field/outbox.ts';
import { daysBetween, keyText, type PhoneCopy } from '../../../../field/domain/phone-copy.ts';
import { STATE_NAMES } from '../../../../process/domain/steps.ts';
import { addressOf } from '../addresses.ts';
import { usePhone, usePhoneState } from '../context.ts';
import { issueTarget } from '../forms/cleaning-forms.ts';
import { isOfTeam } from '../forms/punch-form.ts';
import { Alert, Mark, Nothing, RowLink, Screen } from '../parts.tsx';
import { clockAhead, daysLeftWords, localDay, localToday, wrongClockWords } from '../words.ts';
import { seenOf } from './households.tsx';
import { TabBar } from './tab-bar.tsx';
import { TakeUpdate } from './take-update.tsx';

type Task = { key: string; href: string; title: string; note: string; daysLeft: number };

const SOON_DAYS = 7;
const MOST_TASKS = 60;

/** What this account can do, by its last day; the phone counts the days anew, the copy may be of yesterday. */
function tasksOf(copy: PhoneCopy, targets: ReadonlySet<string>): Task[] {
  const today = localToday();
  const headName = new Map(copy.households.map((each) => [keyText(each), each.headName]));
  const cases = copy.cases
    .filter(({ actions, dueOn }) => actions.length > 0 && dueOn)
    .map((each) => ({
      key: `case ${keyText(each)}`,
      href: addressOf('household', `${each.countyCode}-${each.householdId}`),
      title: each.headName,
      note: STATE_NAMES[each.state],
      daysLeft: daysBetween(today, each.dueOn ?? today),
    }));
  const warnings = copy.warnings
    .filter(({ state }) => state === 'open')
    .map((each) => ({
      key: `warning ${keyText(each)}`,
      href: addressOf('household', `${each.countyCode}-${each.householdId}`),
      title: each.headName,
      note: `预警待核实：${each.rules.map(({ name }) => name).join('、')}`,
      daysLeft: daysBetween(today, each.dueOn),
    }));
  const visits = copy.households
    .filter(({ nextVisitDue }) => nextVisitDue !== undefined && daysBetween(today, nextVisitDue) <= SOON_DAYS)
    .map((each) => ({
      key: `visit ${keyText(each)}`,
      href: addressOf('household', keyText(each)),
      title: each.headName,
      note: '该走访了',
      daysLeft: daysBetween(today, each.nextVisitDue ?? today),
    }));
  const issues = (copy.issues ?? [])
    .filter((each) => !targets.has(issueTarget(each)))
    .filter(({ dueOn, mine }) => mine || (dueOn !== undefined && daysBetween(today, dueOn) <= SOON_DAYS))
    .map((each) => ({
      key: `issue ${keyText(each)}`,
      href: addressOf('household', `${each.countyCode}-${each.householdId}`),
      title: headName.get(`${each.countyCode}-${each.householdId}`) ?? '',
      note: `疑点：${each.title}`,
      daysLeft: daysBetween(today, each.dueOn ?? today),
    }));
  const activations = copy.activations.map(({ number, title, household }) => ({
    key: `activation ${number} ${keyText(household)}`,
    href: addressOf('household', keyText(household)),
    title: headName.get(keyText(household)) ?? '',
    note: `应急走访：${title}`,
    daysLeft: 0,
  }));
  return [...cases, ...warnings, ...visits, ...issues, ...activations].sort((a, b) => a.daysLeft - b.daysLeft);
}

const openTargets = (items: readonly OutboxItem[]) =>
  new Set(items.flatMap((item) => (isOpen(item) && item.target ? [item.target] : [])));

function punchedToday(items: readonly OutboxItem[]): boolean {
  const today = localToday();
  return items.some(
    ({ operation, input }) => operation === 'teams.punch' && localDay(new Date(String(input.at))) === today,
  );
}

/** One line a round: whom it is about is a list of its own. */
function Rounds({ copy: { sweep } }: { copy: PhoneCopy }) {
  const { items } = usePhoneState();
  if (!sweep) return null;
  const today = localToday();
  const seen = seenOf(items);
  const rounds = sweep.rounds.flatMap((round) => {
    const open = sweep.visits.filter(
      ({ number, household }) => number === round.number && !seen.has(keyText(household)),
    );
    return open.length > 0 ? [{ ...round, open: open.length, mine: open.filter(({ mine }) => mine).length }] : [];
  });
  return (
    <ul className="f-list">
      {rounds.map(({ number, name, endsOn, open, mine }) => (
        <RowLink
          key={number}
          href={addressOf('households', 'round')}
          title={name}
          note={`还有 ${open} 户没有核查${mine > 0 ? `，其中分给您的 ${mine} 户` : ''}`}
          mark={<DaysLeft daysLeft={daysBetween(today, endsOn)} />}
        />
      ))}
    </ul>
  );
}

export function DaysLeft({ daysLeft }: { daysLeft: number }) {
  return <Mark tone={daysLeft < 0 ? 'red' : daysLeft <= 1 ? 'orange' : 'plain'}>{daysLeftWords(daysLeft)}</Mark>;
}

/** Never taken along, or taken away because the phone was too long without contact. */
function NoCopy() {
  const { store } = usePhone();
  const { sync } = usePhoneState();
  const { keepDays } = store.vault.lock();
  if (sync.isRunning) return <Nothing>正在下载本村资料…</Nothing>;
  return (
    <Nothing>
      {sync.pulledAt
        ? `手机超过 ${keepDays} 天没有联网，农户资料已自动清除。没送达的记录都还在，联网后资料会重新下载。`
        : '手机上还没有资料，请联网后再打开。'}
    </Nothing>
  );
}

export function TodayTab() {
  const { copy, items, drafts, sync } = usePhoneState();
  const toSettle = items.filter(({ state }) => state === 'refused' || state === 'conflict');
  const tasks = copy ? tasksOf(copy, openTargets(items)) : [];
  return (
    <Screen title="今日" tabs={<TabBar current="today" />}>
      <Alert>{sync.problem}</Alert>
      <Alert>{wrongClockWords(clockAhead())}</Alert>
      <TakeUpdate />
      {toSettle.length > 0 ? (
        <section>
          <h2>要处理（{toSettle.length}）</h2>
          <ul className="f-list">
            {toSettle.map(({ id, title, about, state }) => (
              <RowLink
                key={id}
                href={addressOf('item', id)}
                title={title}
                note={about}
                mark={<Mark tone="red">{state === 'refused' ? '没有收下' : '两边都改了'}</Mark>}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {drafts.size > 0 ? (
        <section>
          <h2>没填完（{drafts.size}）</h2>
          <ul className="f-list">
            {[...drafts.values()].map(({ key, title, address }) => (
              <RowLink key={key} href={address} title={title} mark={<Mark tone="plain">继续填</Mark>} />
            ))}
          </ul>
        </section>
      ) : null}
      {copy?.operations.includes('teams.punch') && isOfTeam(copy) ? (
        <a className="f-button" href={addressOf('form', 'punch')}>
          驻村打卡{punchedToday(items) ? '（今天已打卡）' : ''}
        </a>
      ) : null}
      <h2>要办的事{tasks.length > 0 ? `（${tasks.length}）` : ''}</h2>
      {copy ? <Rounds copy={copy} /> : null}
      {copy ? null : <NoCopy />}
      {copy && tasks.length === 0 && !copy.sweep?.visits.length ? <Nothing>今天没有到期的事。</Nothing> : null}
      <ul className="f-list">
        {tasks.slice(0, MOST_TASKS).map(({ key, href, title, note, daysLeft }) => (
          <RowLink key={key} href={href} title={title} note={note} mark={<DaysLeft daysLeft={daysLeft} />} />
        ))}
      </ul>
      {tasks.length > MOST_TASKS ? (
        <p className="f-quiet">另有 {tasks.length - MOST_TASKS} 件，办完前面的再看。</p>
      ) : null}
    </Screen>
  );
}
