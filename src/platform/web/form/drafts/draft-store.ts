// Drafts of one account on this device. The key comes from the server with the session and is nowhere on the device: whoever
// signs in after, or takes the disk, reads nothing.

import * as z from 'zod';
import { DRAFT_DAYS, type DraftKey, draftName } from './draft-name.ts';
import { openDraft, sealDraft } from './draft-seal.ts';
import type { Shelf } from './draft-shelf.ts';

const draftBody = z.object({
  form: z.string(),
  record: z.string(),
  title: z.string(),
  address: z.string(),
  requestId: z.string(),
  values: z.record(z.string(), z.unknown()),
});

/** What was typed into a form and not yet sent. */
export type Draft = z.infer<typeof draftBody> & { keptAt: number };

export type DraftStore = {
  keep: (draft: Omit<Draft, 'keptAt'>) => Promise<Draft>;
  find: (key: DraftKey) => Promise<Draft | undefined>;
  drop: (key: DraftKey) => Promise<void>;
  /** Newest first. */
  list: () => Promise<Draft[]>;
};

const DRAFT_MS = DRAFT_DAYS * 24 * 3_600_000;

type Given = { shelf: Shelf; account: number; key: Uint8Array; onChange?: () => void; now?: () => number };

export function draftStore({ shelf, account, key, onChange, now = Date.now }: Given): DraftStore {
  const idOf = (of: DraftKey) => `${account}/${draftName(of)}`;

  function read(sealed: { keptAt: number; body: Uint8Array }): Draft | undefined {
    const text = openDraft(key, sealed.body);
    const body = text === undefined ? undefined : draftBody.safeParse(JSON.parse(text)).data;
    return body && { ...body, keptAt: sealed.keptAt };
  }

  return {
    async keep(draft) {
      const keptAt = now();
      await shelf.put({ id: idOf(draft), account, keptAt, body: sealDraft(key, JSON.stringify(draft)) });
      onChange?.();
      return { ...draft, keptAt };
    },
    async find(of) {
      const sealed = await shelf.get(idOf(of));
      return sealed && now() - sealed.keptAt < DRAFT_MS ? read(sealed) : undefined;
    },
    async drop(of) {
      await shelf.remove(idOf(of));
      onChange?.();
    },
    async list() {
      const all = await shelf.of(account);
      const [young, old] = [all.filter(isYoung), all.filter((each) => !isYoung(each))];
      for (const { id } of old) await shelf.remove(id);
      return young.flatMap((each) => read(each) ?? []).sort((a, b) => b.keptAt - a.keptAt);
    },
  };

  function isYoung({ keptAt }: { keptAt: number }): boolean {
    return now() - keptAt < DRAFT_MS;
  }
}
