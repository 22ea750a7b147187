// Where it was: asked of the phone only when the button is touched. What it refuses stops nobody. Kept in WGS-84, as it is measured.

import { useState } from 'react';
import { Alert } from '../parts.tsx';
import type { ControlProps } from './controls.tsx';

type Position = { longitude: number; latitude: number };
const PATIENCE_MS = 20_000;
/** A metre. */
const PLACES = 5;

const WHY: Record<number, string> = {
  1: '手机没有允许读取位置。可以在手机设置里打开，也可以不记录，直接到下一步。',
  2: '现在测不到位置。请到开阔的地方再试，或直接到下一步。',
  3: '等了 20 秒还没有测到位置。请再试一次，或直接到下一步。',
};

export function PlaceInput({ value, onChange }: ControlProps) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const position = value as Position | undefined;

  function measure() {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setBusy(false);
        onChange({
          longitude: Number(coords.longitude.toFixed(PLACES)),
          latitude: Number(coords.latitude.toFixed(PLACES)),
        });
      },
      ({ code }) => {
        setBusy(false);
        setProblem(WHY[code] ?? WHY[2]);
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  }

  return (
    <>
      {position ? (
        <p className="f-card" role="status">
          已记录：东经 {position.longitude}，北纬 {position.latitude}
        </p>
      ) : null}
      <Alert>{problem}</Alert>
      <button type="button" className="f-button f-button-plain" onClick={measure}>
        {isBusy ? '正在测位置…' : position ? '重新测位置' : '记录现在的位置'}
      </button>
    </>
  );
}
