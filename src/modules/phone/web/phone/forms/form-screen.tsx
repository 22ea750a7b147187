// A form: one question a screen, kept with each answer, confirmed at the end into the outbox. `edit` opens what was not accepted with the
// answers it was made of.

import { useState } from 'react';
import { type Answers, saidOf } from '../../../../field/domain/questions.ts';
import { addressOf, goInstead } from '../addresses.ts';
import { Ask } from '../ask/ask.tsx';
import { usePhone, usePhoneState } from '../context.ts';
import { Nothing, Screen } from '../parts.tsx';
import type { Draft } from '../store/state.ts';
import { syncNow } from '../store/sync.ts';
import { localToday } from '../words.ts';
import { formOf } from './forms-of-household.ts';

type FormScreenProps = { kind: string; of: readonly string[] };

export function FormScreen({ kind, of }: FormScreenProps) {
  const { store, registers } = usePhone();
  const { copy, items, drafts } = usePhoneState();
  const edited = kind === 'edit' ? items.find(({ id }) => id === of[0]) : undefined;
  const [formKind = '', ...formOfWhat] = edited?.form ? edited.form.address.split('/') : [kind, ...of];
  const key = [kind, ...of].join('/');
  // What it is about may change under it with a pull: the form stays as it was opened.
  const [form] = useState(() => copy && formOf({ copy, today: localToday(), registers }, formKind, formOfWhat));
  const [draft] = useState(() => drafts.get(key));
  const back = edited ? addressOf('item', edited.id) : backOf(formKind, formOfWhat);
  if (!form || (kind === 'edit' && !edited))
    return (
      <Screen title="采集" back={back}>
        <Nothing>这件事已经不能办了，可能别人办过了，或者这一户已经迁出。</Nothing>
      </Screen>
    );

  const keep = (answers: Answers, at: number) => {
    const kept: Draft = {
      ...{ key, title: [form.title, form.about].filter(Boolean).join(' '), address: addressOf('form', kind, ...of) },
      ...{ answers, at, keptAt: new Date().toISOString() },
    };
    return store.keepDraft(kept);
  };
  async function confirm(answers: Answers) {
    if (!form) return;
    const origin = { address: [formKind, ...formOfWhat].join('/'), answers, said: saidOf(form.questions, answers) };
    const made = form.toItems(answers).map((item) => ({ ...item, title: form.title, about: form.about, form: origin }));
    const [first] = made;
    if (edited && first) {
      await store.sendAgain(edited.id, { input: first.input, files: first.files, form: origin }, key);
      goInstead(addressOf('outbox'));
    } else {
      const id = await store.add(made, key);
      goInstead(addressOf('item', id));
    }
    if (navigator.onLine) void syncNow(store);
  }
  return (
    <Ask
      form={form}
      begun={draft ?? (edited?.form ? { answers: edited.form.answers, at: 0 } : undefined)}
      back={back}
      keep={keep}
      discard={() => store.dropDraft(key)}
      confirm={confirm}
    />
  );
}

function backOf(kind: string, of: readonly string[]): string {
  const [one = '', , household] = of;
  if (kind === 'punch') return addressOf('today');
  if (kind !== 'register') return addressOf('household', one);
  return household ? addressOf('household', household) : addressOf('register', one);
}
