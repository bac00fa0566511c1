import Konva, { type Layer, type Stage } from 'konva/lib/Core';
import { Image as Shape } from 'konva/lib/shapes/Image';
import { Transformer } from 'konva/lib/shapes/Transformer';
import type { Wall } from '../walls';
import { pictureOf } from './pictures';
import { fitOf, HEIGHT, WIDTH, type Hanging } from './hanging';

/** konva, with what is dragged on a layer of its own, as its makers advise. */
export default function konva(wall: Wall): Hanging {
  Konva.pixelRatio = 1;
  const shapes = new Map<string, Shape>();
  let stage: Stage;
  let top: Layer;
  let marks: Transformer;
  let taken: Shape | undefined;
  return {
    async hang(target) {
      stage = new Konva.Stage({ container: target, width: WIDTH, height: HEIGHT });
      const layer = new Konva.Layer();
      top = new Konva.Layer();
      stage.add(layer, top);
      const { pieces } = wall.client;
      const images = await Promise.all(pieces.map(({ picture }) => pictureOf(picture)));
      pieces.forEach(({ id, x, y, w, h, angle }, i) => {
        const middle = { x: x + w / 2, y: y + h / 2, offsetX: w / 2, offsetY: h / 2 };
        const size = { width: w, height: h, rotation: angle };
        const shape = new Shape({
          image: images[i],
          ...middle,
          ...size,
          perfectDrawEnabled: false,
        });
        shapes.set(id, shape);
        layer.add(shape);
      });
      marks = new Transformer();
      top.add(marks);
      const fit = fitOf(wall);
      stage.scale({ x: fit, y: fit });
      layer.draw();
    },
    take(id) {
      taken = shapes.get(id);
      taken?.moveTo(top);
      if (taken) marks.nodes([taken]);
      marks.moveToTop();
    },
    drag(dx, dy) {
      const s = stage.scaleX();
      taken?.position({ x: taken.x() + dx / s, y: taken.y() + dy / s });
    },
    drop: () => (taken = undefined),
    move: (dx, dy) => stage.position({ x: stage.x() + dx, y: stage.y() + dy }),
    zoom(scale) {
      const f = scale / stage.scaleX();
      const around = (at: number, middle: number) => middle - (middle - at) * f;
      stage.position({ x: around(stage.x(), WIDTH / 2), y: around(stage.y(), HEIGHT / 2) });
      stage.scale({ x: scale, y: scale });
    },
  };
}
