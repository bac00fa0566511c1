import type { Picture, PictureFormat } from '../exchange/types';
import type { Drawing } from './drawing';
import type { Faces } from './faces';
import { pdfOf } from './pdf';
import { pngOf, snapshotOf } from './png';
import { svgOf } from './svg';
import type { Bytes } from './woff';

/** What a drawing can become; words about it are written by whoever has them. */
export type DrawnFormat = Exclude<PictureFormat, 'md'>;

/** A drawing as a file of a format, with the name that is offered for it. */
export async function pictureOf(
  drawing: Drawing,
  name: string,
  format: DrawnFormat,
  faces: Faces,
): Promise<Picture> {
  return { name, format, data: await bytesOf(drawing, name, format, faces) };
}

async function bytesOf(
  drawing: Drawing,
  name: string,
  format: DrawnFormat,
  faces: Faces,
): Promise<Bytes> {
  switch (format) {
    case 'svg':
      return new TextEncoder().encode(svgOf(drawing, name, faces));
    case 'png':
      return pngOf(drawing, faces);
    case 'pdf':
      return pdfOf(drawing, name, faces, (text) => snapshotOf(text, faces));
  }
}
