import { PdfFile } from './pdffile';
import type { Bytes } from './woff';

/** Points of a mm. */
const POINT = 72 / 25.4;

/** A picture of so many points in its own format. */
export interface Photo {
  readonly jpeg: Bytes;
  readonly width: number;
  readonly height: number;
}

/** A sheet of paper, so many mm wide and high, that a picture fills: the page of a PDF. */
export function sheetOf(
  { jpeg, width, height }: Photo,
  [across, down]: readonly [number, number],
  title: string,
): Promise<Bytes> {
  const file = new PdfFile();
  const [w, h] = [across * POINT, down * POINT];
  const name = file.photo(jpeg, width, height);
  return file.page(`q ${w.toFixed(2)} 0 0 ${h.toFixed(2)} 0 0 cm /${name} Do Q`, title, w, h);
}
