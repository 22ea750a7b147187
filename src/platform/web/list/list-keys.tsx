// The keyboard of a list: j and k move, Enter opens, x selects, ? explains.

import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { isTyping } from '../typing.ts';

type Keys = { count: number; onOpen: (index: number) => void; onSelect?: ((index: number) => void) | undefined };

/** The index of the row the keyboard stands on (-1: none), and whether the help is open. */
export function useListKeys({ count, onOpen, onSelect }: Keys) {
  const [at, setAt] = useState(-1);
  const [help, setHelp] = useState(false);
  const latest = useRef({ at, count, onOpen, onSelect });
  latest.current = { at: Math.min(at, count - 1), count, onOpen, onSelect };

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || hasOverlay()) return;
      const { at: now, count: rows, onOpen: open, onSelect: select } = latest.current;
      if (event.key === 'j') setAt(Math.min(now + 1, rows - 1));
      else if (event.key === 'k') setAt(Math.max(now - 1, 0));
      else if (event.key === 'Enter' && now >= 0 && event.target === document.body) open(now);
      else if (event.key === 'x' && now >= 0) select?.(now);
      else if (event.key === '?') setHelp(true);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    if (at >= 0) document.querySelector('.sw-row-at')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  return { at: latest.current.at, help, closeHelp: () => setHelp(false) };
}

export function hasOverlay(): boolean {
  return document.querySelector('.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"])') !== null;
}

const KEYS: [string, string][] = [
  ['/', '跳到搜索框'],
  ['j / k', '下一行 / 上一行'],
  ['Enter', '打开当前行'],
  ['x', '选中或取消当前行'],
  ['Ctrl+C', '复制所选的行，可粘贴到 Excel'],
  ['?', '显示本说明'],
  ['Esc', '关闭窗口'],
];

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal title="键盘操作" open={open} onCancel={onClose} footer={null} width={360}>
      <dl className="sw-keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
