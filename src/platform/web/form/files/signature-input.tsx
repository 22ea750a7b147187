// Signing with a finger, a pen or the mouse. What was drawn is kept with the form and its draft, and sent with it: there is
// nothing to save.

import { Button } from 'antd';
import { type PointerEvent, useEffect, useRef } from 'react';
import { newRequestId } from '../../request-id.ts';
import type { KeptFile } from './kept-file.ts';

/** Pixels of the picture: enough for print, whatever the size on the screen. */
const WIDTH = 960;
const HEIGHT = 320;

type SignaturePadProps = {
  /** Names the pad for those who cannot see it. */
  label: string;
  value: KeptFile | undefined;
  /** Undefined once it is cleared. */
  onChange: (signature: KeptFile | undefined) => void;
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

function signatureOf(canvas: HTMLCanvasElement): KeptFile {
  const data = canvas.toDataURL('image/png');
  return { id: newRequestId(), name: '签名.png', byteSize: Math.ceil((data.length * 3) / 4), data };
}

export function SignaturePad({ label, value, onChange }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point>(undefined);
  const drawn = useRef<string>(undefined);

  // A signature that comes from a draft, or goes with it.
  useEffect(() => {
    if (value?.id === drawn.current) return;
    drawn.current = value?.id;
    const pen = canvas.current?.getContext('2d');
    pen?.clearRect(0, 0, WIDTH, HEIGHT);
    if (!value?.data) return;
    const image = new Image();
    image.onload = () => {
      if (drawn.current === value.id) pen?.drawImage(image, 0, 0);
    };
    image.src = value.data;
  }, [value]);

  function draw(event: PointerEvent<HTMLCanvasElement>) {
    if (!last.current) return;
    const to = pointOf(event);
    drawLine(event.currentTarget, last.current, to);
    last.current = to;
  }

  function lift(event: PointerEvent<HTMLCanvasElement>) {
    if (!last.current) return;
    last.current = undefined;
    const signature = signatureOf(event.currentTarget);
    drawn.current = signature.id;
    onChange(signature);
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
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = pointOf(event);
        }}
        onPointerMove={draw}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      <div className="sw-job-line">
        <span className="sw-quiet" aria-live="polite">
          {value ? '已签名，随表提交' : '请农户在框内签名'}
        </span>
        <span className="sw-grow" />
        <Button size="small" disabled={!value} onClick={() => onChange(undefined)}>
          重新签名
        </Button>
      </div>
    </div>
  );
}
