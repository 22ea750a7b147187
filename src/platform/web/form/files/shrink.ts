// Photos are made smaller where they are taken: a page of a medical record is read at 1,600 pixels, and a tenth of the bytes arrives
// ten times sooner. Drawing them anew also leaves behind where they were taken; the day goes along, for days that are typed are held
// against it.

import { dayOfJpeg, exifSegment } from '../../../../kernel/photos/tiff.ts';

const LONGEST_SIDE = 1600;
const PREVIEW_SIDE = 240;

export type ShrunkPhoto = { blob: Blob; name: string; preview: string };

function draw(image: HTMLImageElement, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (context) {
    // Transparent pictures would turn black as JPEG.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

async function loadImage(file: File): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** What stands before the picture in a file: cameras write the day there. */
const HEAD = 256 * 1024;

/** The drawn picture with the day the photo was taken, where it names one. */
async function withDay(file: File, drawn: Blob): Promise<Blob> {
  const head = await file.slice(0, HEAD).arrayBuffer();
  const takenOn = dayOfJpeg(new Uint8Array(head));
  if (!takenOn) return drawn;
  const exif = exifSegment({ orientation: 1, takenOn });
  return new Blob([drawn.slice(0, 2), exif, drawn.slice(2)], { type: drawn.type });
}

/** `longest`: of its sides, in pixels. Undefined where the browser cannot read the file as a picture. */
export async function shrink(file: File, longest = LONGEST_SIDE): Promise<ShrunkPhoto | undefined> {
  const image = await loadImage(file).catch(() => undefined);
  if (!image) return undefined;
  const blob = await new Promise<Blob | null>((resolve) => draw(image, longest).toBlob(resolve, 'image/jpeg', 0.82));
  if (!blob) return undefined;
  const preview = draw(image, PREVIEW_SIDE).toDataURL('image/jpeg', 0.7);
  return { blob: await withDay(file, blob), name: `${file.name.replace(/\.[^.]*$/, '') || '照片'}.jpg`, preview };
}
