// The field that is signed in with a finger, a pen or the mouse.

import { type PointerEvent, useEffect, useRef } from 'react';

/** Pixels of the picture: enough for print, whatever the size on the screen. */
const WIDTH = 960;
const HEIGHT = 320;

type SignCanvasProps = {
  /** Names the field for those who cannot see it. */
  label: string;
  /** What it shows, as a data address: of a draft, or what was just drawn. */
  picture: string | undefined;
  /** After each stroke: the whole as a data address. */
  onLift: (picture: string) => void;
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

export function SignCanvas({ label, picture, onLift }: SignCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point>(undefined);
  const drawn = useRef<string>(undefined);

  // A signature that comes from a draft, or goes with it.
  useEffect(() => {
    if (picture === drawn.current) return;
    drawn.current = picture;
    const pen = canvas.current?.getContext('2d');
    pen?.clearRect(0, 0, WIDTH, HEIGHT);
    if (!picture) return;
    const image = new Image();
    image.onload = () => {
      if (drawn.current === picture) pen?.drawImage(image, 0, 0);
    };
    image.src = picture;
  }, [picture]);

  function draw(event: PointerEvent<HTMLCanvasElement>) {
    if (!last.current) return;
    const to = pointOf(event);
    drawLine(event.currentTarget, last.current, to);
    last.current = to;
  }

  function lift(event: PointerEvent<HTMLCanvasElement>) {
    if (!last.current) return;
    last.current = undefined;
    drawn.current = event.currentTarget.toDataURL('image/png');
    onLift(drawn.current);
  }

  return (
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
  );
}
