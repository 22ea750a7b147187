// 消息: what this account was told of, the newest first; each leads to where something is to be done.

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { parseAddress, useAddress } from '../../../../platform/web/addresses.ts';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { KIND_NAMES, MESSAGE_KINDS } from '../../domain/kinds.ts';
import { messageText } from '../../domain/words.ts';
import { type Message, messages } from '../api.ts';
import { MessageSettings } from '../parts/message-settings.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { messagesSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  {
    ...{ kind: 'choice', key: 'state', label: '是否已读' },
    choices: [
      { value: 'unread', label: '未读' },
      { value: 'read', label: '已读' },
    ],
  },
  {
    ...{ kind: 'choice', key: 'kind', label: '种类' },
    choices: MESSAGE_KINDS.map((value) => ({ value, label: KIND_NAMES[value] })),
  },
];

const COLUMNS: ListColumn<Message>[] = [
  {
    ...{ key: 'read', title: '', width: 64, always: true },
    render: ({ read }) => (read ? '' : <StateTag tone="red">未读</StateTag>),
  },
  { key: 'kind', title: '种类', width: 120, render: ({ kind }) => KIND_NAMES[kind], always: true },
  { key: 'text', title: '内容', width: 520, render: (message) => messageText(message), always: true },
  { key: 'at', title: '时间', width: 150, render: ({ at }) => formatInstant(at), always: true },
];

export function MessagesPage() {
  const navigate = useNavigate();
  const refresh = useRefresh();
  const showFailure = useShowFailure();
  const { search, change } = useAddress(messagesSearch);

  async function markRead(ids?: number[]) {
    try {
      await messages.client.markRead({ requestId: newRequestId(), ...(ids ? { ids } : {}) });
      await refresh();
    } catch (error) {
      showFailure(error);
    }
  }

  function open({ id, path, read }: Message) {
    if (!read) void markRead([id]);
    const [to = '/', query = ''] = path.split('?');
    void navigate({ to, search: ((old: { area?: string }) => ({ area: old.area, ...parseAddress(query) })) as never });
  }

  return (
    <>
      <ListPage
        id="messages.list"
        title="消息"
        unit="条"
        search={messagesSearch}
        filters={FILTERS}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        queryKey={messages.query.list.key()}
        fetch={({ sort: _sort, settings: _settings, ...asked }, _area, signal) =>
          messages.client.list(asked, { signal })
        }
        onOpen={open}
        rowTone={({ read }) => (read ? 'quiet' : undefined)}
        actions={
          <>
            <Button onClick={() => void markRead()}>全部标为已读</Button>
            <Button onClick={() => change({ settings: 1 })}>消息设置</Button>
          </>
        }
        bulk={[
          {
            label: '标为已读',
            allowed: (rows) => rows.some(({ read }) => !read),
            run: (rows) => markRead(rows.map(({ id }) => id)),
          },
        ]}
        emptyHint="到期、逾期、退回、异议、督办和任务完成的提醒会列在这里。已读消息保留 30 天。"
      />
      {search.settings ? <MessageSettings onClose={() => change({ settings: undefined })} /> : null}
    </>
  );
}
