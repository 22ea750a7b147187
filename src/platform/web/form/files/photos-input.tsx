// Photos of a form: chosen or taken, made smaller, sent at once, each with a small picture, and again by themselves after a cut.

import { CameraOutlined, DeleteOutlined, FileImageOutlined } from '@ant-design/icons';
import { Button, Form, Progress } from 'antd';
import type { Rule } from 'antd/es/form';
import { type ReactNode, useEffect, useReducer, useRef } from 'react';
import { newRequestId } from '../../request-id.ts';
import type { Given } from '../number-input.tsx';
import { type KeptFile, onSendings, sendAgain, sendFile, settleFiles, stateOfFile, stopSending } from './kept-file.ts';
import { shrink } from './shrink.ts';

const PICTURES = ['.jpg', '.jpeg', '.png', '.webp'];

type PhotosInputProps = Given<KeptFile[]> & { label?: string; most: number };

export function PhotosInput({ id, value = [], onChange, label = '照片', most }: PhotosInputProps) {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => onSendings(redraw), []);
  const input = useRef<HTMLInputElement>(null);
  // Several photos arrive between two drawings of the form.
  const latest = useRef(value);
  latest.current = value;

  function give(next: KeptFile[]) {
    latest.current = next;
    onChange?.(next);
  }

  const sent = (fileId: string) =>
    give(latest.current.map((each) => (each.id === fileId ? { ...each, sent: true } : each)));

  async function add(files: File[]) {
    for (const file of files.slice(0, most - latest.current.length)) {
      const kept: KeptFile = { id: newRequestId(), name: file.name, byteSize: file.size };
      give([...latest.current, kept]);
      const small = shrink(file);
      // What the browser cannot read the server judges.
      const ready = small.then((photo) =>
        photo ? new File([photo.blob], photo.name, { type: photo.blob.type }) : file,
      );
      sendFile(kept.id, ready, () => sent(kept.id));
      const [photo, { size: byteSize }] = await Promise.all([small, ready]);
      const known = { byteSize, ...(photo ? { thumb: photo.preview } : {}) };
      give(latest.current.map((each) => (each.id === kept.id ? { ...each, ...known } : each)));
    }
  }

  function remove(fileId: string) {
    stopSending(fileId);
    give(latest.current.filter((each) => each.id !== fileId));
  }

  return (
    <div>
      <Button
        {...(id ? { id } : {})}
        icon={<CameraOutlined />}
        disabled={value.length >= most}
        onClick={() => input.current?.click()}
      >
        拍照或选择照片
      </Button>
      <span className="sw-quiet">
        {' '}
        {value.length > 0 ? `已选 ${value.length} 张，` : ''}最多 {most} 张，每张不超过 20 MB
      </span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={`选择${label}`}
        accept={PICTURES.join(',')}
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <ul className="sw-thumbs" aria-label={label}>
        {value.map((file) => (
          <Thumb
            key={file.id}
            file={file}
            onAgain={() => sendAgain(file.id, () => sent(file.id))}
            onRemove={() => remove(file.id)}
          />
        ))}
      </ul>
    </div>
  );
}

function Thumb({ file, onAgain, onRemove }: { file: KeptFile; onAgain: () => void; onRemove: () => void }) {
  const now = stateOfFile(file);
  return (
    <li>
      {file.thumb ? <img src={file.thumb} alt={file.name} /> : <FileImageOutlined className="sw-thumb-none" />}
      {now.state === 'sending' ? (
        <Progress aria-label={`${file.name} 上传进度`} percent={now.percent} size="small" showInfo={false} />
      ) : null}
      {now.state === 'cut' ? <span className="sw-tone-red">网络不通，恢复后自动续传</span> : null}
      {now.state === 'sent' ? <span className="sw-quiet">已上传</span> : null}
      {now.state === 'failed' ? (
        <>
          <span className="sw-tone-red">{now.problem}</span>
          <Button size="small" onClick={onAgain}>
            重传
          </Button>
        </>
      ) : null}
      {now.state === 'lost' ? <span className="sw-tone-red">没有传完，请移除后重选</span> : null}
      <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`移除 ${file.name}`} onClick={onRemove}>
        移除
      </Button>
    </li>
  );
}

/** Waits for what is on its way; refuses what has not arrived. */
export function filesRules(missing: string | undefined): Rule[] {
  const validator = async (_rule: unknown, value: KeptFile[] = []) => {
    const fault = value.length === 0 ? missing : await settleFiles(value);
    if (fault) throw new Error(fault);
  };
  // Only when it is sent: while something is typed nobody waits for photos.
  return [{ required: missing !== undefined, validator, validateTrigger: 'onSubmit' }];
}

type PhotosItemProps = { name: string; label: string; most?: number; required?: boolean; extra?: ReactNode };

export function PhotosItem({ name, label, most = 9, required = false, extra }: PhotosItemProps) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      validateTrigger="onSubmit"
      rules={filesRules(required ? `请附${label}` : undefined)}
    >
      <PhotosInput label={label} most={most} />
    </Form.Item>
  );
}
