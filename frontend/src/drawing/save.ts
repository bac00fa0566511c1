import type { Picture, PictureFormat } from '../exchange/types';
import type { Drawing } from './drawing';
import type { Faces } from './faces';
import { pdfOf } from './pdf';
import { pngOf, snapshotOf } from './png';
import { base64Of, svgOf } from './svg';

/** A drawing as a file of a format, with the name that is offered for it. */
export async function pictureOf(
  drawing: Drawing,
  name: string,
  format: PictureFormat,
  faces: Faces,
): Promise<Picture> {
  const bytes = await bytesOf(drawing, name, format, faces);
  return { name, format, data: base64Of(bytes) };
}

async function bytesOf(
  drawing: Drawing,
  name: string,
  format: PictureFormat,
  faces: Faces,
): Promise<Uint8Array> {
  switch (format) {
    case 'svg':
      return new TextEncoder().encode(svgOf(drawing, name, faces));
    case 'png':
      return pngOf(drawing, faces);
    case 'pdf':
      return pdfOf(drawing, name, faces, (text) => snapshotOf(text, faces));
  }
}
