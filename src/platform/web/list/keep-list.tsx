// A star on a list that is filtered: kept by name, it is opened again from the desk.

import { StarOutlined } from '@ant-design/icons';
import { useLocation } from '@tanstack/react-router';
import { App, Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { failureOf } from '../api.ts';
import { useShell } from '../frame/shell.tsx';

const LONGEST = 40;

export function KeepList({ title }: { title: string }) {
  const { saveList } = useShell();
  const { pathname, searchStr } = useLocation();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(title);
  const [busy, setBusy] = useState(false);

  async function keep() {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    try {
      // The page of the list is where somebody stood, not what is kept.
      const search = new URLSearchParams(searchStr);
      search.delete('cursor');
      await saveList({ name: name.trim(), path: pathname, search: search.toString() });
      setOpen(false);
      void message.success('已收藏，可从工作台的“收藏”打开');
    } catch (error) {
      void message.error(failureOf(error).message);
    }
    setBusy(false);
  }

  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="收藏当前筛选"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="sw-form-actions">
          <Input
            aria-label="收藏名称"
            maxLength={LONGEST}
            value={name}
            style={{ width: 220 }}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => void keep()}
          />
          <Button type="primary" loading={busy} onClick={() => void keep()}>
            保存
          </Button>
        </div>
      }
    >
      <Button icon={<StarOutlined />}>收藏</Button>
    </Popover>
  );
}
