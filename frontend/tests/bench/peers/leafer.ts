import { Image as Shape, Leafer } from 'leafer-ui';
import type { Wall } from '../walls';
import { fitOf, HEIGHT, WIDTH, type Hanging } from './hanging';

/** leafer-ui, the quickest of the libraries. */
export default function leafer(wall: Wall): Hanging {
  const shapes = new Map<string, Shape>();
  let board: Leafer;
  let taken: Shape | undefined;
  return {
    async hang(target) {
      board = new Leafer({ view: target, width: WIDTH, height: HEIGHT, pixelRatio: 1 });
      board.zoomLayer.scale = fitOf(wall);
      const read = wall.client.pieces.map(({ id, x, y, w, h, angle, picture }) => {
        const url = `${location.origin}/media/${picture}/480`;
        const shape = new Shape({ url, x, y, width: w, height: h, rotation: angle });
        shapes.set(id, shape);
        return new Promise((done) => {
          shape.once('image.loaded', done);
          shape.once('image.error', done);
        });
      });
      board.add([...shapes.values()]);
      await Promise.all(read);
    },
    take: (id) => (taken = shapes.get(id)),
    drag(dx, dy) {
      if (!taken) return;
      taken.x += dx / board.zoomLayer.scaleX;
      taken.y += dy / board.zoomLayer.scaleX;
    },
    drop: () => (taken = undefined),
    move(dx, dy) {
      board.zoomLayer.x += dx;
      board.zoomLayer.y += dy;
    },
    zoom(scale) {
      const { zoomLayer } = board;
      const f = scale / zoomLayer.scaleX;
      const around = (at: number, middle: number) => middle - (middle - at) * f;
      zoomLayer.x = around(zoomLayer.x, WIDTH / 2);
      zoomLayer.y = around(zoomLayer.y, HEIGHT / 2);
      zoomLayer.scaleX = zoomLayer.scaleY = scale;
    },
  };
}
