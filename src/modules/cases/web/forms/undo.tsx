// Undo for ten seconds. What was done stands in the record at once and is taken back by an action of its own: nothing is held
// back in the browser, so that closing the page loses nothing.

import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useCallback } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import type { Kind } from '../../domain/actions.ts';
import type { CaseKey } from '../../domain/addresses.ts';
import { RECALLABLE } from '../../domain/recall.ts';
import { cases } from '../api.ts';

const SECONDS = 10;

/** `version`: after the action, which is its number in the record. */
export type Done = CaseKey & { version: number };

export type Undoable = { kind: Kind; what: string; done: readonly Done[]; onUndone?: () => void };

/** Tells at the lower edge what was done, with 撤销 where it can be taken back. */
export function useUndo(): (undoable: Undoable) => void {
  const { notification } = App.useApp();
  const cache = useQueryClient();
  return useCallback(
    ({ kind, what, done, onUndone }) => {
      const key = newRequestId();
      async function undo() {
        notification.destroy(key);
        const targets = done.map(({ countyCode, id, version }) => ({ countyCode, id, version, own: { seq: version } }));
        const shared = { reason: '办理后十秒内撤销' };
        try {
          const answer = await cases.client.bulkAct({
            requestId: newRequestId(),
            kind: 'recall',
            shared,
            cases: targets,
          });
          await cache.invalidateQueries({ queryKey: cases.query.key() });
          const [refused] = answer.refused;
          if (refused) notification.error({ title: `有 ${answer.refused.length} 户不能撤销：${refused.reason}` });
          else {
            notification.success({ title: `已撤销 ${answer.done.length} 户`, placement: 'bottomLeft', duration: 3 });
            onUndone?.();
          }
        } catch (error) {
          notification.error({ title: failureOf(error).message });
        }
      }
      notification.success({
        key,
        title: what,
        placement: 'bottomLeft',
        duration: SECONDS,
        ...(RECALLABLE.includes(kind) && done.length > 0
          ? {
              actions: (
                <Button size="small" onClick={() => void undo()}>
                  撤销
                </Button>
              ),
            }
          : {}),
      });
    },
    [notification, cache],
  );
}
