import { openBrowser } from '../house/browser';
import { changes, client as person, seeded } from '../../src/plan/sample';
import type { Piece } from '../../src/plan/pieces';
import type { Changes } from '../../src/plan/types';

/** Different photographs; each hangs often, every time as a file of its own. */
const PHOTOS = 24;
/** The sizes that they are served in, by their longest side in px. */
const EDGES = [480, 1200] as const;
/** How far apart they hang, and how far they may stray from there. */
const ACROSS = 220;
const DOWN = 170;
const STRAY = 30;
/** How far they may be turned, in degrees. */
const TURN = 8;

/** A board with many pictures, always the same, and the one about its middle. */
export interface Wall {
  readonly client: Changes;
  readonly width: number;
  readonly height: number;
  readonly middle: string;
}

/** So many pictures in rows, a little out of line, as people hang them. */
export function wall(count: number): Wall {
  const random = seeded(20261128);
  const columns = Math.ceil(Math.sqrt(count * 1.25));
  const pieces = Array.from({ length: count }, (_, i) => {
    const w = 160 + random() * 80;
    return picture(i, {
      x: (i % columns) * ACROSS + random() * STRAY,
      y: Math.floor(i / columns) * DOWN + random() * STRAY,
      w,
      h: w * 0.75,
      angle: (random() * 2 - 1) * TURN,
    });
  });
  const client = changes({
    clients: [person('Me')],
    plans: [{ id: 'p1', name: 'Bench', subject: 'me', rank: 'a' }],
    boards: [{ id: 'b1', planId: 'p1', itemId: '', name: 'Bench', paper: '', rank: 'a' }],
    pieces,
    show: 'p1',
  });
  const middle = pieces[Math.floor(count / 2 + columns / 2)]?.id ?? '';
  const width = columns * ACROSS + 2 * STRAY;
  return { client, width, height: Math.ceil(count / columns) * DOWN + 2 * STRAY, middle };
}

function picture(at: number, place: Pick<Piece, 'x' | 'y' | 'w' | 'h' | 'angle'>): Piece {
  const id = `i${String(at).padStart(4, '0')}`;
  return {
    ...place,
    id,
    boardId: 'b1',
    kind: 'picture',
    rank: id,
    groupId: '',
    locked: false,
    itemId: '',
    valueId: '',
    picture: String(at).padStart(64, '0'),
    pictureWidth: 1600,
    pictureHeight: 1200,
    body: { alt: id },
  };
}

/** The photographs in all their sizes, drawn once, by the path that they are served at. */
export async function photos(count: number): Promise<Map<string, Buffer>> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const files = new Map<string, Buffer>();
  const drawn: Buffer[][] = [];
  for (let i = 0; i < PHOTOS; i++)
    drawn.push((await page.evaluate(draw, { seed: i + 1, edges: [...EDGES] })).map(toBuffer));
  await browser.close();
  for (let i = 0; i < count; i++)
    EDGES.forEach((edge, size) => {
      const file = drawn[i % PHOTOS]?.[size];
      if (file) files.set(`/media/${String(i).padStart(64, '0')}/${String(edge)}`, file);
    });
  return files;
}

function toBuffer(url: string): Buffer {
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** Runs in the page: light and grain as a camera sees them, so that they weigh as much as photographs do. */
function draw({ seed, edges }: { seed: number; edges: number[] }): string[] {
  let state = seed * 977;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const whole = document.createElement('canvas');
  [whole.width, whole.height] = [1200, 900];
  const context = whole.getContext('2d')!;
  const light = context.createLinearGradient(0, 0, 1200, 900);
  light.addColorStop(0, `hsl(${String(random() * 360)}, 60%, 60%)`);
  light.addColorStop(1, `hsl(${String(random() * 360)}, 60%, 30%)`);
  context.fillStyle = light;
  context.fillRect(0, 0, 1200, 900);
  for (let i = 0; i < 260; i++) {
    context.fillStyle = `hsla(${String(random() * 360)}, 70%, ${String(20 + random() * 60)}%, 0.35)`;
    context.beginPath();
    const [x, y] = [random() * 1200, random() * 900];
    context.ellipse(x, y, 15 + random() * 120, 15 + random() * 120, random() * 6, 0, 7);
    context.fill();
  }
  const grain = context.getImageData(0, 0, 1200, 900);
  for (let i = 0; i < grain.data.length; i++) grain.data[i]! += (random() - 0.5) * 24;
  context.putImageData(grain, 0, 0);
  return edges.map((edge) => {
    const sized = document.createElement('canvas');
    [sized.width, sized.height] = [edge, edge * 0.75];
    sized.getContext('2d')!.drawImage(whole, 0, 0, sized.width, sized.height);
    return sized.toDataURL('image/jpeg', 0.85);
  });
}
