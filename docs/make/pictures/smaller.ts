import UPNG from 'upng-js';

/** A page of plain colours needs no more than these. */
const COLOURS = 128;

const decoded = (png: Buffer) => UPNG.decode(new Uint8Array(png).buffer);

/** The same picture with a palette: about a third of the bytes. */
export function smaller(png: Buffer): Buffer {
  const image = decoded(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS));
}

/** Pictures of one size as one animated PNG, each shown for `milliseconds`. */
export function film(pngs: readonly Buffer[], milliseconds: number): Buffer {
  const images = pngs.map(decoded);
  const [first] = images;
  if (!first) throw new Error('A film needs pictures.');
  const frames = images.flatMap((image) => UPNG.toRGBA8(image));
  const delays = frames.map(() => milliseconds);
  return Buffer.from(UPNG.encode(frames, first.width, first.height, COLOURS, delays));
}
