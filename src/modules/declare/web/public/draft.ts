// The draft outlives the back key, a reload and a browser that drops the page while the camera is open. It goes with the tab:
// a borrowed phone keeps nothing.

import { newRequestId } from '../../../../platform/web/request-id.ts';
import type { Declared, Draft } from './types.ts';

const DRAFT = 'shouwang.declare.draft';
const DECLARED = 'shouwang.declare.done';

export function emptyDraft(): Draft {
  return {
    requestId: newRequestId(),
    begun: false,
    forOthers: false,
    troubles: [],
    words: '',
    photos: [],
    name: '',
    phone: '',
    helperName: '',
    helperPhone: '',
    website: '',
  };
}

/** What goes on to the next declaration from this phone: the village, and who helps. */
export function nextDraft({ village, forOthers, helperName, helperPhone, helperRelation }: Draft): Draft {
  return {
    ...emptyDraft(),
    ...(village ? { village } : {}),
    ...(forOthers ? { helperName, helperPhone } : {}),
    ...(forOthers && helperRelation ? { helperRelation } : {}),
  };
}

function read<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    // Storage may be shut off, or full: then the page works without.
    return undefined;
  }
}

function keep(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {}
}

/** What was filled in before; a photo that was on its way then has to be sent again. */
export function readDraft(): Draft {
  const draft = read<Draft>(DRAFT);
  if (!draft) return emptyDraft();
  return { ...emptyDraft(), ...draft, photos: draft.photos.filter(({ state }) => state === 'sent') };
}

export const keepDraft = (draft: Draft | undefined) => keep(DRAFT, draft);
export const readDeclared = () => read<Declared>(DECLARED);
export const keepDeclared = (declared: Declared | undefined) => keep(DECLARED, declared);
