// The page of a declaration. Each step has an address of its own behind the #, so that the phone's back key goes one step
// back; what was filled in stays.

import { useEffect, useState } from 'react';
import { read, sentenceOf } from './call.ts';
import { checkContact, checkPlace, checkTroubles, type Faults, isSound } from './check.ts';
import { keepDeclared, keepDraft, nextDraft, readDeclared, readDraft } from './draft.ts';
import { Contact } from './pages/contact.tsx';
import { Done } from './pages/done.tsx';
import { Place } from './pages/place.tsx';
import { Start } from './pages/start.tsx';
import { StatusPage } from './pages/status.tsx';
import type { Change } from './pages/step-props.ts';
import { Troubles } from './pages/troubles.tsx';
import { sendDraft, takeTicket } from './send-draft.ts';
import type { Draft, Village } from './types.ts';

function useHash(): string {
  const [hash, setHash] = useState(window.location.hash.slice(1));
  useEffect(() => {
    const follow = () => setHash(window.location.hash.slice(1));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return hash;
}

/** The village of a poster's QR code: `/declare/150923101001`. */
const VILLAGE_IN_ADDRESS = /^\/declare\/(\d{12})$/;

function useDraft() {
  const [draft, setDraft] = useState(readDraft);
  useEffect(() => keepDraft(draft), [draft]);
  const change = (what: Change | ((now: Draft) => Change)) =>
    setDraft((now) => ({ ...now, ...(typeof what === 'function' ? what(now) : what) }) as Draft);
  return { draft, setDraft, change };
}

/** A ticket for the draft as soon as there is a network; without one, it is taken when the draft is sent. */
function useTicket({ requestId, ticket }: Draft, change: (change: Change) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one ticket for each draft
  useEffect(() => {
    if (ticket) return;
    takeTicket(requestId).then(
      (taken) => change({ ticket: taken }),
      () => undefined,
    );
  }, [requestId]);
}

/** Takes the village of the poster; true until it is known. Whoever goes on before that is not asked where the family lives. */
function useVillageOfAddress(change: (change: Change) => void): boolean {
  const [code] = useState(() => VILLAGE_IN_ADDRESS.exec(window.location.pathname)?.[1]);
  const [isAwaited, setAwaited] = useState(code !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once
  useEffect(() => {
    if (!code) return;
    read<Village[]>('/declare/villages', { code })
      .then(
        ([village]) => village && change({ village }),
        () => undefined,
      )
      .finally(() => setAwaited(false));
  }, []);
  return isAwaited;
}

/** Brings the first fault into sight. */
function useSightOf(faults: Faults): void {
  useEffect(() => {
    if (isSound(faults)) return;
    const place = document.querySelector<HTMLElement>('[aria-invalid="true"], .d-alert, .d-problem');
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [faults]);
}

const VILLAGE_UNREAD = '网络慢，还没有查到海报上的嘎查村。请稍等一会儿再点“送出申报”；您填的内容都还在。';

export function DeclareApp() {
  const hash = useHash();
  const { draft, setDraft, change } = useDraft();
  const [declared, setDeclared] = useState(readDeclared);
  const [faults, setFaults] = useState<Faults>({});
  const [sending, setSending] = useState<'' | 'sending' | 'again'>('');
  const [problem, setProblem] = useState('');
  useTicket(draft, change);
  const isVillageAwaited = useVillageOfAddress(change);
  const hasVillage = isVillageAwaited || draft.village !== undefined;
  useSightOf(faults);

  function go(next: string, check?: (draft: Draft) => Faults) {
    const found = check?.(draft) ?? {};
    setFaults(found);
    if (isSound(found)) window.location.hash = next;
  }

  async function sendOff() {
    if (sending !== '') return;
    const found = checkContact(draft);
    setFaults(found);
    setProblem(draft.village ? '' : VILLAGE_UNREAD);
    if (!isSound(found) || !draft.village) return;
    setSending('sending');
    try {
      const answer = await sendDraft(draft, () => setSending('again'));
      keepDeclared(answer);
      setDeclared(answer);
      setDraft(nextDraft(draft));
      // In place of the form: the back key must not lead to an empty one.
      window.location.replace('#done');
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setSending('');
  }

  // What was wrong may be right with the next key.
  const step = {
    draft,
    faults,
    change: (what: Parameters<typeof change>[0]) => {
      change(what);
      setFaults({});
    },
  };
  switch (pageAt(hash, draft, hasVillage, declared !== undefined)) {
    case 'place':
      return <Place {...step} onNext={() => go('trouble', checkPlace)} />;
    case 'trouble':
      return <Troubles {...step} onNext={() => go('contact', checkTroubles)} />;
    case 'contact':
      return <Contact {...step} onNext={() => void sendOff()} sending={sending} problem={problem} />;
    case 'status':
      return <StatusPage receipt={declared?.receipt ?? ''} />;
    case 'done':
      if (declared) return <Done declared={declared} onAnother={() => begin(true)} />;
  }
  return <Start village={draft.village} onBegin={begin} />;

  function begin(forOthers: boolean) {
    change({ forOthers, begun: true });
    go(hasVillage ? 'trouble' : 'place');
  }
}

const STEPS = ['place', 'trouble', 'contact'];

/** A step entered by its address, or by the back key after all was sent, begins with what comes before it. */
function pageAt(hash: string, draft: Draft, hasVillage: boolean, isDeclared: boolean): string {
  if (STEPS.includes(hash) && !draft.begun) return isDeclared ? 'done' : 'start';
  if (hash === 'contact' && !isSound(checkTroubles(draft))) return hasVillage ? 'trouble' : 'place';
  if ((hash === 'trouble' || hash === 'contact') && !hasVillage) return 'place';
  return hash;
}
