// A PDF of one page with one picture (ISO 32000-1): the picture is a JPEG as it is.

/** Points of a mm. */
const POINT = 72 / 25.4;

/** A page of paper (in mm, upright) with a picture that fills it. */
export function pdfOfPicture(
  jpeg: Uint8Array,
  width: number,
  height: number,
  [short, long]: readonly [number, number],
  title: string,
): Uint8Array {
  const [w, h] = (width > height ? [long, short] : [short, long]).map((mm) =>
    (mm * POINT).toFixed(2),
  );
  const draw = `q ${String(w)} 0 0 ${String(h)} 0 0 cm /I Do Q`;
  const objects: (string | Uint8Array)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(w)} ${String(h)}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    ],
    [`<< /Length ${String(draw.length)} >>\nstream\n${draw}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${String(jpeg.length)} >>\nstream\n`,
      jpeg,
      '\nendstream',
    ],
    [`<< /Title ${hexText(title)} >>`],
  ];
  return written(objects);
}

/** UTF-16 with its mark, as hex: any script can be said so. */
function hexText(words: string): string {
  const units = Array.from({ length: words.length }, (_, i) => words.charCodeAt(i));
  return `<FEFF${units.map((unit) => unit.toString(16).padStart(4, '0')).join('')}>`;
}

function written(objects: readonly (readonly (string | Uint8Array)[])[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const starts: number[] = [];
  let at = 0;
  const put = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    at += bytes.length;
  };
  put('%PDF-1.4\n%\u00e2\u00e3\n');
  objects.forEach((object, i) => {
    starts.push(at);
    put(`${String(i + 1)} 0 obj\n`);
    object.forEach(put);
    put('\nendobj\n');
  });
  const table = at;
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const count = String(objects.length + 1);
  put(`xref\n0 ${count}\n0000000000 65535 f \n${rows}`);
  put(
    `trailer\n<< /Size ${count} /Root 1 0 R /Info ${String(objects.length)} 0 R >>\nstartxref\n${String(table)}\n%%EOF\n`,
  );
  const all = new Uint8Array(at);
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.length;
  }
  return all;
}
