// The block of a photo that says which way is up and when it was taken, among much that is not kept. The browser carries the day
// over to the smaller picture it sends, the server reads it there.

/** 1 upright, 2–8 mirrored or turned, as TIFF counts them. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** `takenOn`: the day by the camera's clock, ISO; absent where the photo names none. */
export type Told = { orientation: Orientation; takenOn?: string };

const ORIENTATION_TAG = 0x0112;
const EXIF_DIRECTORY_TAG = 0x8769;
/** DateTimeOriginal; the plain DateTime is when the file was last changed, and says nothing of the shot. */
const TAKEN_TAG = 0x9003;
const SHORT = 3;
const LONG = 4;
const ASCII = 2;
const TAKEN_LENGTH = 20;

/** `2022:04:28 10:15:00` as cameras write it; undefined where the clock was never set, or what stands there is no day. */
function dayIn(written: string): string | undefined {
  const [, year = '', month, day] = /^(\d{4}):(\d{2}):(\d{2})[ T]/.exec(written) ?? [];
  const iso = `${year}-${month}-${day}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return year >= '1990' && !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : undefined;
}

/** What a TIFF block tells; upright and no day where it tells nothing, or is damaged. */
export function readTiff(tiff: Uint8Array): Told {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const told: Told = { orientation: 1 };
  const walk = (directory: number, isWithin: boolean) => {
    for (let i = 0; i < view.getUint16(directory, little); i++) {
      const entry = directory + 2 + i * 12;
      const tag = view.getUint16(entry, little);
      const value = view.getUint16(entry + 8, little);
      if (tag === ORIENTATION_TAG && value >= 1 && value <= 8) told.orientation = value as Orientation;
      if (tag === EXIF_DIRECTORY_TAG && !isWithin) walk(view.getUint32(entry + 8, little), true);
      if (tag !== TAKEN_TAG || !isWithin) continue;
      const at = view.getUint32(entry + 8, little);
      const takenOn = dayIn(String.fromCharCode(...tiff.subarray(at, at + TAKEN_LENGTH)));
      if (takenOn) told.takenOn = takenOn;
    }
  };
  try {
    walk(view.getUint32(4, little), false);
  } catch {} // a directory that points outside says no more
  return told;
}

type Entry = readonly [tag: number, type: number, count: number, value: number];

/** A TIFF block that says this and nothing else; `takenOn` is an ISO day. */
export function writeTiff({ orientation, takenOn }: Told): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(takenOn ? 76 : 26);
  const view = new DataView(bytes.buffer);
  const directory = (at: number, entries: readonly Entry[]) => {
    view.setUint16(at, entries.length);
    for (const [i, [tag, type, count, value]] of entries.entries()) {
      const entry = at + 2 + i * 12;
      view.setUint16(entry, tag);
      view.setUint16(entry + 2, type);
      view.setUint32(entry + 4, count);
      if (type === SHORT) view.setUint16(entry + 8, value);
      else view.setUint32(entry + 8, value);
    }
  };
  bytes.set([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  const upright: Entry = [ORIENTATION_TAG, SHORT, 1, orientation];
  if (!takenOn) {
    directory(8, [upright]);
    return bytes;
  }
  directory(8, [upright, [EXIF_DIRECTORY_TAG, LONG, 1, 38]]);
  directory(38, [[TAKEN_TAG, ASCII, TAKEN_LENGTH, 56]]);
  const written = `${takenOn.replaceAll('-', ':')} 00:00:00`;
  for (let i = 0; i < written.length; i++) view.setUint8(56 + i, written.charCodeAt(i));
  return bytes;
}

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const isExif = (body: Uint8Array) => EXIF.every((byte, i) => body[i] === byte);

/** The day a JPEG was taken, of its beginning: the picture itself is not needed. */
export function dayOfJpeg(bytes: Uint8Array): string | undefined {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1];
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1 && isExif(body)) return readTiff(body.subarray(EXIF.length)).takenOn;
    if (marker === 0xda || length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

/** A segment of a JPEG with what is told; it stands right behind the first two bytes of the file. */
export function exifSegment(told: Told): Uint8Array<ArrayBuffer> {
  const tiff = writeTiff(told);
  return Uint8Array.from([0xff, 0xe1, 0, EXIF.length + tiff.length + 2, ...EXIF, ...tiff]);
}
