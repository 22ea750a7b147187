// Signing with a finger, a pen or the mouse. What was signed is sent as a picture; signing again replaces it.

import { Button } from 'antd';
import { type PointerEvent, useRef, useState } from 'react';
import { failureOf } from '../../../../platform/web/api.ts';
import { startUpload } from '../../../../platform/web/uploads.ts';

/** Pixels of the picture: enough for print, whatever the size on the screen. */
const WIDTH = 960;
const HEIGHT = 320;

type SignaturePadProps = {
  /** Names the pad for those who cannot see it. */
  label: string;
  /** The id of the uploaded picture; undefined once it is cleared. */
  onChange: (fileId: string | undefined) => void;
};

type Point = { x: number; y: number };

function pointOf(event: PointerEvent<HTMLCanvasElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return { x: ((event.clientX - left) / width) * WIDTH, y: ((event.clientY - top) / height) * HEIGHT };
}

function drawLine(canvas: HTMLCanvasElement, from: Point, to: Point): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.lineWidth = 5;
  pen.lineCap = 'round';
  pen.strokeStyle = '#1f2a26';
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

function pictureOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

export function SignaturePad({ label, onChange }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point>(undefined);
  const [state, setState] = useState<'empty' | 'drawn' | 'sending' | 'kept'>('empty');
  const [problem, setProblem] = useState('');

  function draw(event: PointerEvent<HTMLCanvasElement>) {
    if (!last.current) return;
    const to = pointOf(event);
    drawLine(event.currentTarget, last.current, to);
    last.current = to;
    if (state !== 'drawn') setState('drawn');
  }

  function clear() {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
    setState('empty');
    setProblem('');
    onChange(undefined);
  }

  async function keep() {
    const blob = canvas.current ? await pictureOf(canvas.current) : null;
    if (!blob) return;
    setState('sending');
    setProblem('');
    try {
      const { fileId } = await startUpload(new File([blob], '签名.png', { type: 'image/png' }), () => undefined).done;
      onChange(fileId);
      setState('kept');
    } catch (error) {
      setProblem(failureOf(error).message);
      setState('drawn');
    }
  }

  return (
    <div className="sw-signature">
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          if (state === 'sending' || state === 'kept') return;
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = pointOf(event);
        }}
        onPointerMove={draw}
        onPointerUp={() => {
          last.current = undefined;
        }}
        onPointerCancel={() => {
          last.current = undefined;
        }}
      />
      <div className="sw-job-line">
        <span className="sw-quiet">{state === 'kept' ? '签名已保存' : '请农户在框内签名'}</span>
        <span className="sw-grow" />
        <Button size="small" disabled={state === 'empty' || state === 'sending'} onClick={clear}>
          {state === 'kept' ? '重新签名' : '清除'}
        </Button>
        {state === 'kept' ? null : (
          <Button
            size="small"
            type="primary"
            ghost
            disabled={state === 'empty'}
            loading={state === 'sending'}
            onClick={() => void keep()}
          >
            保存签名
          </Button>
        )}
      </div>
      {problem ? <div className="sw-tone-red">{problem}</div> : null}
    </div>
  );
}
