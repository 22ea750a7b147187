// Drop files, or choose them; each is sent by itself, can be cancelled, and fails by itself.

import { CloseOutlined, InboxOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { failureOf } from '../api.ts';
import { startUpload, type Upload, type UploadedFile } from '../form/files/uploads.ts';
import { formatBytes } from '../numbers.ts';

export type FileDropProps = {
  /** Endings that are taken: `['.csv', '.xlsx']`. */
  accept: string[];
  hint?: string;
  /** One file: another takes its place. */
  isSingle?: true;
  /** Called with every file that has arrived, in order of choosing. */
  onChange: (files: UploadedFile[]) => void;
};

type Item = {
  key: number;
  file: File;
  sent: number;
  /** `refused`: not a file that is taken; sending it again would not help. */
  state: 'sending' | 'done' | 'failed' | 'refused';
  problem: string;
  uploaded?: UploadedFile;
};

export function FileDrop({ accept, hint, isSingle, onChange }: FileDropProps) {
  const [items, setItems] = useState<Item[]>([]);
  const [over, setOver] = useState(false);
  const all = useRef<Item[]>([]);
  const running = useRef(new Map<number, Upload>());
  const nextKey = useRef(0);
  const input = useRef<HTMLInputElement>(null);

  function publish(next: Item[]) {
    all.current = next;
    setItems(next);
  }

  function patch(key: number, change: Partial<Item>) {
    publish(all.current.map((item) => (item.key === key ? { ...item, ...change } : item)));
  }

  function arrived() {
    onChange(all.current.flatMap((item) => (item.uploaded ? [item.uploaded] : [])));
  }

  async function send(item: Item) {
    patch(item.key, { state: 'sending', sent: 0, problem: '' });
    const upload = startUpload(item.file, { onProgress: (sent) => patch(item.key, { sent }) });
    running.current.set(item.key, upload);
    try {
      patch(item.key, { uploaded: await upload.done, state: 'done', sent: item.file.size });
      arrived();
    } catch (error) {
      patch(item.key, { state: 'failed', problem: failureOf(error).message });
    }
    running.current.delete(item.key);
  }

  function add(files: FileList | null) {
    const added = [...(files ?? [])].slice(isSingle ? -1 : 0).map((file): Item => {
      nextKey.current += 1;
      const taken = accept.some((ending) => file.name.toLowerCase().endsWith(ending));
      const problem = taken ? '' : `不支持这种文件。请选择 ${accept.join('、')} 文件。`;
      return { key: nextKey.current, file, sent: 0, state: taken ? 'sending' : 'refused', problem };
    });
    if (isSingle && added.length > 0) for (const { key } of all.current) remove(key);
    publish([...all.current, ...added]);
    for (const item of added) if (!item.problem) void send(item);
  }

  function remove(key: number) {
    running.current.get(key)?.cancel();
    publish(all.current.filter((item) => item.key !== key));
    arrived();
  }

  const several = isSingle ? '' : '，可一次选择多个';
  return (
    <div>
      <button
        type="button"
        className={over ? 'sw-drop sw-drop-over' : 'sw-drop'}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
      >
        <InboxOutlined className="sw-drop-icon" />
        <span className="sw-for-mouse">将文件拖到这里，或点击选择{several}</span>
        <span className="sw-for-thumb">点击选择文件{several}</span>
        <span className="sw-quiet">{hint ?? `支持 ${accept.join('、')}`}</span>
      </button>
      <input
        ref={input}
        type="file"
        multiple={!isSingle}
        hidden
        accept={accept.join(',')}
        onChange={(event) => {
          add(event.target.files);
          event.target.value = '';
        }}
      />
      <ul className="sw-files">
        {items.map((item) => (
          <FileLine key={item.key} item={item} onRetry={() => void send(item)} onRemove={() => remove(item.key)} />
        ))}
      </ul>
    </div>
  );
}

const LINE_STATUS = { sending: 'active', done: 'success', failed: 'exception', refused: 'exception' } as const;

type FileLineProps = { item: Item; onRetry: () => void; onRemove: () => void };

function FileLine({ item, onRetry, onRemove }: FileLineProps) {
  const { file, sent, state, problem } = item;
  // Sent bytes include the form around the file, so they may pass its size; 100 is shown only once the server has answered.
  const percent = state === 'done' ? 100 : Math.min(99, Math.floor((sent / Math.max(1, file.size)) * 100));
  return (
    <li>
      <div className="sw-job-line">
        <span className="sw-file-name">{file.name}</span>
        <span className="sw-quiet">{formatBytes(file.size)}</span>
        <span className="sw-grow" />
        {state === 'failed' ? (
          <Button size="small" type="text" icon={<ReloadOutlined />} onClick={onRetry}>
            重传
          </Button>
        ) : null}
        <Button size="small" type="text" icon={<CloseOutlined />} onClick={onRemove}>
          {state === 'sending' ? '取消' : '移除'}
        </Button>
      </div>
      {state === 'refused' ? null : (
        <Progress aria-label={`${file.name} 上传进度`} percent={percent} status={LINE_STATUS[state]} size="small" />
      )}
      {problem ? <div className="sw-tone-red">{problem}</div> : null}
    </li>
  );
}
