// Photos go out as soon as they are taken, so that sending the declaration itself is a small thing.

import { type ChangeEvent, useId } from 'react';
import { shrink } from '../../../../../platform/web/form/files/shrink.ts';
import { newRequestId } from '../../../../../platform/web/request-id.ts';
import { MOST_PHOTOS } from '../../../domain/words.ts';
import { sendFile, sentenceOf } from '../call.ts';
import type { Photo } from '../types.ts';

type PhotosProps = { photos: Photo[]; change: (how: (photos: Photo[]) => Photo[]) => void };

const UNREADABLE = '这张照片打不开。请换一张。';

/** Files of this visit, to be sent again where the network failed; a reload forgets them. */
const files = new Map<string, File>();

async function sendPhoto(key: string, change: PhotosProps['change']): Promise<void> {
  const file = files.get(key);
  if (!file) return;
  const set = (what: Partial<Photo>) =>
    change((photos) => photos.map((photo) => (photo.key === key ? { ...photo, ...what } : photo)));
  const shrunk = await shrink(file);
  if (!shrunk) return set({ state: 'failed', problem: UNREADABLE });
  set({ preview: shrunk.preview });
  try {
    const { fileId } = await sendFile<{ fileId: string }>('/declare/photos', shrunk.blob, shrunk.name);
    files.delete(key);
    set({ state: 'sent', fileId });
  } catch (error) {
    set({ state: 'failed', problem: sentenceOf(error) });
  }
}

export function Photos({ photos, change }: PhotosProps) {
  const id = useId();
  const room = MOST_PHOTOS - photos.length;

  function take({ target }: ChangeEvent<HTMLInputElement>) {
    const taken = [...(target.files ?? [])].slice(0, room);
    target.value = '';
    for (const file of taken) {
      const key = newRequestId();
      files.set(key, file);
      change((now) => [...now, { key, preview: '', state: 'sending' }]);
      void sendPhoto(key, change);
    }
  }

  function again(key: string) {
    change((now) =>
      now.map((photo) => (photo.key === key ? { key, preview: photo.preview, state: 'sending' } : photo)),
    );
    void sendPhoto(key, change);
  }

  return (
    <div className="d-field">
      <span className="d-label" id={`${id}-label`}>
        照片(可以不拍，最多 {MOST_PHOTOS} 张)
      </span>
      <p className="d-hint">例如病历、缴费单、受损的房屋。请不要拍身份证和银行卡。</p>
      <ul className="d-photos" aria-labelledby={`${id}-label`}>
        {photos.map((photo, i) => (
          <Thumb
            key={photo.key}
            photo={photo}
            number={i + 1}
            onAgain={() => again(photo.key)}
            onRemove={() => change((now) => now.filter(({ key }) => key !== photo.key))}
          />
        ))}
      </ul>
      {room > 0 ? (
        <label className="d-button d-button-plain">
          拍照或选照片
          <input className="d-hidden" type="file" accept="image/*" multiple onChange={take} />
        </label>
      ) : null}
    </div>
  );
}

const STATES = { sending: '正在上传…', sent: '已上传', failed: '没有上传成功' };

type ThumbProps = { photo: Photo; number: number; onAgain: () => void; onRemove: () => void };

function Thumb({ photo, number, onAgain, onRemove }: ThumbProps) {
  const mayTryAgain = photo.state === 'failed' && photo.problem !== UNREADABLE;
  return (
    <li className={`d-photo d-photo-${photo.state}`}>
      {photo.preview ? <img src={photo.preview} alt={`第 ${number} 张照片`} /> : <span className="d-photo-empty" />}
      <span className="d-photo-state" role={photo.state === 'failed' ? 'alert' : 'status'}>
        {photo.problem ?? STATES[photo.state]}
      </span>
      {mayTryAgain ? (
        <button type="button" onClick={onAgain} aria-label={`再传第 ${number} 张照片`}>
          再传
        </button>
      ) : null}
      <button type="button" onClick={onRemove} aria-label={`去掉第 ${number} 张照片`}>
        去掉
      </button>
    </li>
  );
}
