// What was typed into a form is kept as a draft shortly after, and found again when the form is opened.

import type { FormInstance } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newRequestId } from '../request-id.ts';
import type { DraftKey } from './drafts/draft-name.ts';
import type { Draft } from './drafts/draft-store.ts';
import { useDrafts } from './drafts/drafts.tsx';

/**
 * Where a draft belongs, and what it is called in the list of drafts. `address` is the page on which it is gone on with, where
 * that is not the page it was begun on.
 */
export type DraftPlace = { form: string; record?: string; title: string; address?: string };

/** Nothing typed; typed and nowhere but on the screen; typed and kept. */
export type KeepingState = 'clean' | 'changed' | 'kept';

export type Keeping = ReturnType<typeof useKeeping>;

const AFTER_MS = 300;

export function keyOfPlace({ form, record = '' }: DraftPlace): DraftKey {
  return { form, record };
}

export function useKeeping(form: FormInstance, place: DraftPlace | undefined) {
  const drafts = useDrafts();
  const [state, setState] = useState<KeepingState>('clean');
  const [restored, setRestored] = useState<Draft>();
  const now = useRef({ turn: 0, keptTurn: 0, values: {}, requestId: newRequestId(), timer: 0, isGone: false });
  const latest = useRef({ place, drafts });
  latest.current = { place, drafts };

  const isDirty = useCallback(() => now.current.turn > 0, []);
  const isKept = useCallback(() => now.current.turn === now.current.keptTurn, []);

  const keep = useCallback(async (): Promise<boolean> => {
    const { turn, values, requestId } = now.current;
    const { place: at, drafts: open } = latest.current;
    window.clearTimeout(now.current.timer);
    if (!at || turn === 0) return false;
    const { pathname, search } = window.location;
    const draft = { ...keyOfPlace(at), title: at.title, address: at.address ?? pathname + search, requestId, values };
    const isDone = await open()
      .then((store) => store?.keep(draft))
      .catch(() => undefined);
    if (!isDone) return false;
    now.current.keptTurn = Math.max(now.current.keptTurn, turn);
    if (now.current.turn === turn && !now.current.isGone) setState('kept');
    return true;
  }, []);

  const changed = useCallback(() => {
    now.current.turn += 1;
    now.current.values = { ...form.getFieldsValue(true) };
    setState('changed');
    window.clearTimeout(now.current.timer);
    now.current.timer = window.setTimeout(() => void keep(), AFTER_MS);
  }, [form, keep]);

  /** Sent, or given up: nothing is left of it. */
  const forget = useCallback(() => {
    window.clearTimeout(now.current.timer);
    Object.assign(now.current, { turn: 0, keptTurn: 0, requestId: newRequestId() });
    const { place: at, drafts: open } = latest.current;
    if (at)
      void open()
        .then((store) => store?.drop(keyOfPlace(at)))
        .catch(() => undefined);
    if (now.current.isGone) return;
    setState('clean');
    setRestored(undefined);
  }, []);

  const { form: name, record } = place ?? {};
  useEffect(() => {
    if (name === undefined) return;
    let left = false;
    void drafts()
      .then((store) => store?.find({ form: name, record: record ?? '' }))
      .then((draft) => {
        // Who has begun to type goes on with that; it replaces the draft.
        if (!draft || left || now.current.turn > 0) return;
        form.setFieldsValue(draft.values);
        Object.assign(now.current, { turn: 1, keptTurn: 1, requestId: draft.requestId, values: draft.values });
        setRestored(draft);
        setState('kept');
      })
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [drafts, form, name, record]);

  const requestId = useCallback(() => now.current.requestId, []);
  /** Refused, so nothing was done: what is sent next is another request. */
  const renewRequest = useCallback(() => {
    now.current.requestId = newRequestId();
  }, []);
  const left = useCallback(() => {
    now.current.isGone = true;
  }, []);

  return { state, restored, isDirty, isKept, keep, changed, forget, requestId, renewRequest, left };
}
