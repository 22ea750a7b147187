// Photos are made smaller as they are taken and lie sealed on the phone before they are shown; when they were taken is kept.

import { type ChangeEvent, useEffect, useState } from 'react';
import { shrink } from '../../../../../platform/web/form/files/shrink.ts';
import type { Question } from '../../../../field/domain/questions.ts';
import { usePhone, usePhoneState } from '../context.ts';
import { Alert } from '../parts.tsx';
import { littleRoomWords, useRoom } from '../room.ts';
import { keepNewFile, whyNotKept } from '../store/new-file.ts';
import type { ControlProps } from './controls.tsx';

const UNREADABLE = '这张照片打不开，请换一张。';

export function PhotosInput({ question, value, onChange, id }: ControlProps<Extract<Question, { kind: 'photos' }>>) {
  const { store } = usePhone();
  const { copy } = usePhoneState();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const disk = useRoom();
  const ids = Array.isArray(value) ? (value as string[]) : [];
  const room = question.most - ids.length;

  async function take({ target }: ChangeEvent<HTMLInputElement>) {
    const taken = [...(target.files ?? [])].slice(0, room);
    target.value = '';
    setBusy(true);
    setProblem(undefined);
    let now = ids;
    for (const file of taken) {
      try {
        const shrunk = await shrink(file, copy?.settings.photoPixels);
        if (!shrunk) {
          setProblem(UNREADABLE);
          continue;
        }
        const capturedAt = new Date(file.lastModified || Date.now()).toISOString();
        now = [...now, await keepNewFile(store, shrunk.blob, { name: shrunk.name, capturedAt })];
        onChange(now);
      } catch (error) {
        setProblem(whyNotKept(error, UNREADABLE));
      }
    }
    setBusy(false);
  }

  function remove(file: string) {
    onChange(ids.filter((each) => each !== file));
    void store.dropFile(file);
  }

  return (
    <>
      <ul className="f-photos" aria-labelledby={`${id}-title`}>
        {ids.map((each, i) => (
          <Photo key={each} file={each} number={i + 1} onRemove={() => remove(each)} />
        ))}
      </ul>
      <Alert>{problem ?? littleRoomWords(disk)}</Alert>
      {room > 0 ? (
        <div className="f-grid">
          <label className="f-button" aria-disabled={isBusy}>
            {isBusy ? '正在保存…' : '拍照'}
            <input className="f-hidden" type="file" accept="image/*" capture="environment" onChange={take} />
          </label>
          <label className="f-button f-button-plain">
            从相册选
            <input className="f-hidden" type="file" accept="image/*" multiple onChange={take} />
          </label>
        </div>
      ) : (
        <p className="f-quiet">已有 {question.most} 张，不能再加。</p>
      )}
    </>
  );
}

/** Unsealed to be looked at, and forgotten with the screen. */
export function usePicture(file: string): string | undefined {
  const { store } = usePhone();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isLeft = false;
    void store.vault.readBytes('blob', file).then((bytes) => {
      if (!bytes || isLeft) return;
      made = URL.createObjectURL(new Blob([bytes]));
      setAddress(made);
    });
    return () => {
      isLeft = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [store, file]);
  return address;
}

function Photo({ file, number, onRemove }: { file: string; number: number; onRemove: () => void }) {
  const address = usePicture(file);
  return (
    <li>
      {address ? <img src={address} alt={`第 ${number} 张照片`} /> : <span className="f-photo-empty" />}
      <button type="button" className="f-link" aria-label={`去掉第 ${number} 张照片`} onClick={onRemove}>
        去掉
      </button>
    </li>
  );
}
