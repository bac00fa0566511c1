import type { Command, Group } from '../commands/command';
import { t, type Key } from '../text/text';
import { ALIGNS, SPREADS } from './align';
import { WAYS } from './arrange';
import { openCanvas, saveCanvas } from './canvas';
import { ICONS } from './icons';
import { tiesOf, type End } from './lines';
import { TOOLS, type Tool } from './view.svelte';
import type { Vision } from './vision';

/** Everything a board can do, by the name it has here. */
export type Named = ReturnType<typeof makeCommands>;

/** What opens over the board, for which the component has the room. */
export interface Rooms {
  card(): void;
  stands(): void;
  boardFor(): void;
  rename(): void;
  paper(): void;
  addBoard(): void;
  /** What an end of the line is tied to. */
  end(which: End): void;
  wake(id: string): void;
  show(): void;
  poster(): void;
}

/** How much one press of + or - leads nearer or farther. */
const STEP = 1.25;

const TOOL_KEYS: Readonly<Record<Tool, string>> = {
  select: 'V',
  quote: 'T',
  note: 'N',
  swatch: 'C',
  shape: 'S',
  line: 'L',
  frame: 'F',
};

/** The commands of a board, each once: keys, menus, bars and the palette read the same objects. */
export function makeCommands(vision: Vision, rooms: Rooms) {
  const { view, acts, writing } = vision;
  const always = () => true;
  const some = () => view.hung.length > 0;
  const picked = () => view.picked.size > 0;
  const several = () => view.picked.size > 1;
  const grouped = () => view.chosen.some(({ piece }) => piece.groupId !== '');
  const locked = () => picked() && view.chosen.every(({ piece }) => piece.locked);
  const board = () => view.board !== undefined;
  const one = () => view.one?.piece;
  const writes = () => {
    const piece = one();
    return piece !== undefined && !piece.locked && !['line', 'card', 'wake'].includes(piece.kind);
  };
  const line = () => one()?.kind === 'line' && one()?.locked === false;
  const tied = (end: End) => () => {
    const piece = one();
    return piece !== undefined && !piece.locked && tiesOf(piece)[end] !== '';
  };
  const free = (end: End) => void acts.tieEnd(view.active, end, '');
  return {
    ...tools(vision),
    picture: anywhere(command('vision.picture', ['P'], always, () => void vision.choose('choose'))),
    folder: anywhere(command('vision.folder', [], always, () => void vision.choose('folder'))),
    card: anywhere(command('vision.card', ['I'], always, () => rooms.card())),
    wake: command('vision.wake', ['W'], always, () => {
      const of = one();
      const tie = of?.kind === 'picture' ? { pieceId: of.id } : {};
      void acts.hangAt('wake', null, tie);
    }),
    enter: {
      ...command('vision.write', ['F2'], writes, () => void writing.begin(view.active)),
      get label() {
        const kind = one()?.kind;
        if (kind === 'frame') return 'vision.write.frame' as const;
        const below = kind === 'picture' || kind === 'swatch';
        return below ? ('vision.write.caption' as const) : ('vision.write' as const);
      },
    },
    by: command(
      'vision.by',
      [],
      () => one()?.kind === 'quote',
      () => void writing.begin(view.active, 'by'),
    ),
    alt: command(
      'vision.alt',
      [],
      () => one()?.kind === 'picture',
      () => void writing.begin(view.active, 'alt'),
    ),
    crop: command(
      'vision.crop',
      ['Shift+C'],
      () => one()?.kind === 'picture' && one()?.locked === false,
      () => {
        view.cropping = view.cropping === '' ? view.active : '';
      },
    ),
    stands: command('vision.stands', ['Shift+G'], picked, () => rooms.stands()),
    untie: command(
      'vision.untie',
      [],
      () => view.chosen.some(({ piece }) => piece.itemId + piece.valueId !== ''),
      () => acts.tie('', ''),
    ),
    tieStart: command('vision.end.fromId', [], line, () => rooms.end('fromId')),
    tieEnd: command('vision.end.toId', [], line, () => rooms.end('toId')),
    untieStart: command('vision.end.fromId.free', [], tied('fromId'), () => free('fromId')),
    untieEnd: command('vision.end.toId.free', [], tied('toId'), () => free('toId')),
    go: command(
      'vision.go',
      ['G'],
      () => (one()?.itemId ?? '') + (one()?.valueId ?? '') !== '',
      () => void vision.go(view.active),
    ),
    answer: command(
      'vision.answer',
      [],
      () => one()?.kind === 'wake',
      () => rooms.wake(view.active),
    ),
    duplicate: command(
      'vision.duplicate',
      ['Mod+D'],
      picked,
      () => void acts.hangBeside(() => acts.copies()),
    ),
    group: command('vision.group', ['Mod+G'], several, () => acts.group(true)),
    ungroup: command('vision.ungroup', ['Mod+Shift+G'], grouped, () => acts.group(false)),
    lock: {
      ...command('vision.lock', ['Shift+L'], picked, () => acts.lock(!locked())),
      get label() {
        return locked() ? ('vision.unlock' as const) : ('vision.lock' as const);
      },
    },
    forward: command('vision.forward', [']'], picked, () => acts.order(1)),
    backward: command('vision.backward', ['['], picked, () => acts.order(-1)),
    front: command('vision.front', ['Mod+]'], picked, () => acts.orderAll(1)),
    back: command('vision.back', ['Mod+['], picked, () => acts.orderAll(-1)),
    remove: command('vision.delete', ['Delete', 'Backspace'], picked, () => void acts.takeDown()),
    all: command('vision.all', ['Mod+A'], some, () => view.pick(view.order), 'edit'),
    cut: command('vision.cut', [], picked, () => document.execCommand('cut'), 'edit'),
    copy: command('vision.copy', [], picked, () => document.execCommand('copy'), 'edit'),
    paste: command(
      'vision.paste',
      [],
      () => vision.clip.full,
      () => vision.clip.paste(),
      'edit',
    ),
    fit: anywhere(command('vision.fit', ['0'], some, () => view.fit(), 'view')),
    fitPicked: command('vision.fitPicked', ['9'], picked, () => view.fit(view.picked), 'view'),
    actual: command('vision.actual', ['1'], always, () => view.actual(), 'view'),
    nearer: command('vision.nearer', ['Plus', '='], always, () => view.zoom(STEP), 'view'),
    farther: command('vision.farther', ['-'], always, () => view.zoom(1 / STEP), 'view'),
    show: anywhere(command('vision.show', ['Mod+Alt+P'], some, () => rooms.show(), 'view')),
    poster: anywhere(command('vision.poster', [], some, () => rooms.poster(), 'file')),
    saveCanvas: anywhere(command('vision.canvas', [], some, () => void saveCanvas(vision), 'file')),
    openCanvas: anywhere(
      command('vision.canvas.open', [], always, () => void openCanvas(vision), 'file'),
    ),
    addBoard: anywhere(command('vision.board.add', [], always, () => rooms.addBoard(), 'file')),
    rename: anywhere(command('vision.board.rename', [], board, () => rooms.rename(), 'file')),
    boardFor: anywhere(command('vision.board.for', [], board, () => rooms.boardFor(), 'file')),
    paper: anywhere(command('vision.paper.own', [], board, () => rooms.paper(), 'file')),
    removeBoard: anywhere(
      command('vision.board.remove', [], board, () => void removeBoard(vision), 'file'),
    ),
    ...arrangements(vision),
  } satisfies Record<string, Command>;
}

function tools({ view }: Vision) {
  const [select, quote, note, swatch, shape, line, frame] = TOOLS;
  const make = (tool: Tool): Command => ({
    ...command(
      `vision.${tool}`,
      [TOOL_KEYS[tool]],
      () => true,
      () => {
        view.tool = tool;
        view.reach();
      },
    ),
    checked: () => view.tool === tool,
  });
  return {
    [select]: make(select),
    [quote]: make(quote),
    [note]: make(note),
    [swatch]: make(swatch),
    [shape]: make(shape),
    [line]: make(line),
    [frame]: make(frame),
  };
}

/** Lining up, spreading and arranging; menus and the palette have them, no keys do. */
function arrangements({ view, acts }: Vision) {
  const several = () => view.picked.size > 1;
  const [left, centre, right, top, middle, bottom] = ALIGNS.map((how) =>
    command(`vision.align.${how}`, [], several, () => acts.align(how)),
  );
  const [across, down] = SPREADS.map((along) =>
    command(
      `vision.spread.${along}`,
      [],
      () => view.picked.size > 2,
      () => acts.spread(along),
    ),
  );
  const [collage, grid, mood] = WAYS.map((way) =>
    anywhere(
      command(
        `vision.arrange.${way}`,
        [],
        () => view.hung.length > 1,
        () => void acts.arrange(way),
      ),
    ),
  );
  const all = { left, centre, right, top, middle, bottom, across, down, collage, grid, mood };
  return all as Record<keyof typeof all, Command>;
}

async function removeBoard({ desk, view, writing }: Vision): Promise<void> {
  writing.leave();
  const { board } = view;
  if (!board || !(await desk.edits.boards.remove(board.id))) return;
  view.pick([]);
  desk.notices.tell(t('vision.board.removed'), () => void desk.edits.undo());
}

/** What the board can do as a whole can be said wherever the keyboard is. */
function anywhere(one: Command): Command {
  return { ...one, when: 'always' };
}

function command<Id extends Key>(
  label: Id,
  keys: readonly string[],
  enabled: () => boolean,
  run: () => void,
  group: Group = 'item',
): Command {
  return { id: label, label, icon: ICONS[label], group, keys, when: 'row', enabled, run };
}
