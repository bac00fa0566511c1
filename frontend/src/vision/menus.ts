import type { Command } from '../commands/command';
import {
  FORMS,
  PAPERS,
  SIZES as WORD_SIZES,
  SIDES,
  STROKES,
  type Piece,
  type PieceBodies,
} from '../plan/pieces';
import { t } from '../text/text';
import { entryOf, nextMenu, type Entry, type Groups } from '../ui/menu';
import type { Named } from './commands';
import type { Vision } from './vision';

/** The lines of the menu of what is picked: whatever a drag or a key can do stands here too. */
export function groupsOf(vision: Vision, all: Named): Groups {
  const { view } = vision;
  const entries = (...commands: Command[]) => commands.filter((one) => one.enabled()).map(entryOf);
  if (view.picked.size === 0) return boardGroups(vision, all);
  return [
    entries(all.go, all.answer, all.enter, all.by, all.alt, all.crop),
    entries(all.stands, all.untie),
    entries(all.tieStart, all.untieStart, all.tieEnd, all.untieEnd),
    lookEntries(vision),
    [...clipEntries(all), entryOf(all.duplicate)],
    [
      nextMenu('order', t('vision.menu.order'), [
        [all.front, all.forward, all.backward, all.back].map(entryOf),
      ]),
      ...(view.picked.size > 1 ? [alignMenu(all)] : []),
      ...entries(all.group, all.ungroup, all.lock),
      nextMenu('place', t('vision.menu.place'), placeGroups(vision)),
    ],
    entries(all.remove),
  ];
}

function boardGroups(vision: Vision, all: Named): Groups {
  const { picture, folder, quote, note, swatch, shape, line, frame, card, wake } = all;
  return [
    [
      nextMenu('add', t('vision.menu.add'), [
        [picture, folder, quote, note, shape, line, frame, swatch, card, wake].map(entryOf),
      ]),
    ],
    [{ ...entryOf(all.paste), keys: 'Mod+V' }, entryOf(all.all)],
    [paperMenu(vision, all), nextMenu('arrange', t('vision.arrange'), arrangeGroups(all))],
    [all.fit, all.actual, all.nearer, all.farther].map(entryOf),
  ];
}

/** The system's own keys work for these without a command; the menu names them. */
function clipEntries({ cut, copy, paste }: Named): Entry[] {
  return [
    { ...entryOf(cut), keys: 'Mod+X' },
    { ...entryOf(copy), keys: 'Mod+C' },
    { ...entryOf(paste), keys: 'Mod+V' },
  ];
}

function alignMenu(all: Named): Entry {
  const { left, centre, right, top, middle, bottom, across, down } = all;
  const rows = [
    [left, centre, right],
    [top, middle, bottom],
    [across, down],
  ];
  return nextMenu(
    'align',
    t('vision.menu.align'),
    rows.map((row) => row.map(entryOf)),
  );
}

/** Ways to arrange a board. */
export function arrangeGroups({ collage, grid, mood }: Named): Groups {
  return [[collage, grid, mood].map(entryOf)];
}

/** What a drag does, in steps, for whoever cannot drag. */
function placeGroups({ acts }: Vision): Groups {
  const entry = (id: string, label: string, run: () => void, keys?: string): Entry => ({
    id,
    label,
    run,
    ...(keys ? { keys } : {}),
  });
  return [
    [
      entry('left', t('vision.move.left'), () => acts.nudge(-10, 0), 'Shift+ArrowLeft'),
      entry('right', t('vision.move.right'), () => acts.nudge(10, 0), 'Shift+ArrowRight'),
      entry('up', t('vision.move.up'), () => acts.nudge(0, -10), 'Shift+ArrowUp'),
      entry('down', t('vision.move.down'), () => acts.nudge(0, 10), 'Shift+ArrowDown'),
    ],
    [
      entry('wider', t('vision.size.wider'), () => acts.grow(10, 0), 'Mod+ArrowRight'),
      entry('narrower', t('vision.size.narrower'), () => acts.grow(-10, 0), 'Mod+ArrowLeft'),
      entry('higher', t('vision.size.higher'), () => acts.grow(0, 10), 'Mod+ArrowDown'),
      entry('lower', t('vision.size.lower'), () => acts.grow(0, -10), 'Mod+ArrowUp'),
    ],
    [
      entry('clockwise', t('vision.turn.clockwise'), () => acts.turn(15), 'Alt+Shift+ArrowRight'),
      entry('back', t('vision.turn.back'), () => acts.turn(-15), 'Alt+Shift+ArrowLeft'),
    ],
  ];
}

/** What can be chosen of how a piece looks, besides its colour. */
export function lookEntries(vision: Vision): Entry[] {
  const piece = vision.view.chosen[0]?.piece;
  if (!piece || vision.view.chosen.some((one) => one.piece.kind !== piece.kind)) return [];
  switch (piece.kind) {
    case 'picture':
      return pictureLook(vision, piece as Piece<'picture'>);
    case 'quote':
    case 'note':
      return wordLook(vision, piece as Piece<'quote' | 'note'>);
    case 'shape':
      return shapeLook(vision, piece as Piece<'shape'>);
    case 'line':
      return lineLook(vision, piece as Piece<'line'>);
    default:
      return [];
  }
}

function choice<Value extends string>(
  id: string,
  label: string,
  values: readonly Value[],
  chosen: Value,
  name: (value: Value) => string,
  pick: (value: Value) => void,
): Entry {
  const lines = values.map((value) => ({
    id: value,
    label: name(value),
    chosen: value === chosen,
    run: () => pick(value),
  }));
  return nextMenu(id, label, [lines]);
}

function toggle(id: string, label: string, on: boolean, run: (on: boolean) => void): Entry {
  return { id, label, on, run: () => run(!on) };
}

/** How round the corners of a picture may be. */
export const ROUNDS = ['none', 'some', 'all'] as const;
export type Round = (typeof ROUNDS)[number];
const SHARES: Readonly<Record<Round, number | null>> = { none: null, some: 0.16, all: 1 };

export function roundOf({ round = 0 }: PieceBodies['picture']): Round {
  return round === 0 ? 'none' : round < 0.6 ? 'some' : 'all';
}

function pictureLook({ acts }: Vision, { body }: Piece<'picture'>): Entry[] {
  return [
    choice(
      'round',
      t('vision.round'),
      ROUNDS,
      roundOf(body),
      (round) => t(`vision.round.${round}`),
      (round) => acts.say('picture', { round: SHARES[round] }),
    ),
    toggle('shadow', t('vision.shadow'), body.shadow === true, (on) =>
      acts.say('picture', { shadow: on ? true : null }),
    ),
  ];
}

function wordLook({ acts }: Vision, { body, kind }: Piece<'quote' | 'note'>): Entry[] {
  const size = body.size ?? (kind === 'quote' ? 'l' : 'm');
  return [
    choice(
      'size',
      t('vision.size'),
      WORD_SIZES,
      size,
      (one) => t(`vision.size.${one}`),
      (one) => acts.say(kind, { size: one }),
    ),
    choice(
      'side',
      t('vision.side'),
      SIDES,
      body.side ?? 'start',
      (one) => t(`vision.side.${one}`),
      (one) => acts.say(kind, { side: one }),
    ),
    toggle('plain', t('vision.plain'), body.plain === true, (on) =>
      acts.say(kind, { plain: on ? true : null }),
    ),
    ...(kind === 'note'
      ? [
          toggle(
            'shadow',
            t('vision.shadow'),
            (body as PieceBodies['note']).shadow === true,
            (on) => acts.say('note', { shadow: on ? true : null }),
          ),
        ]
      : []),
  ];
}

function shapeLook({ acts }: Vision, { body }: Piece<'shape'>): Entry[] {
  return [
    choice(
      'form',
      t('vision.form'),
      FORMS,
      body.form ?? 'box',
      (form) => t(`vision.form.${form}`),
      (form) => acts.say('shape', { form }),
    ),
    toggle('edge', t('vision.edge'), body.edge !== undefined, (on) =>
      acts.say('shape', { edge: on ? 'ink' : null }),
    ),
    toggle('shadow', t('vision.shadow'), body.shadow === true, (on) =>
      acts.say('shape', { shadow: on ? true : null }),
    ),
  ];
}

function lineLook({ acts }: Vision, { body }: Piece<'line'>): Entry[] {
  return [
    choice(
      'form',
      t('vision.stroke'),
      STROKES,
      body.form ?? 'plain',
      (form) => t(`vision.stroke.${form}`),
      (form) => acts.say('line', { form }),
    ),
    toggle('dashed', t('vision.dashed'), body.dashed === true, (on) =>
      acts.say('line', { dashed: on ? true : null }),
    ),
    toggle('bold', t('vision.bold'), body.bold === true, (on) =>
      acts.say('line', { bold: on ? true : null }),
    ),
  ];
}

/** What the board lies on. */
export function paperMenu({ view, desk }: Vision, { paper: own }: Named): Entry {
  const { board } = view;
  const papers = ['', ...PAPERS] as const;
  const lines = papers.map((paper) => ({
    id: paper || 'page',
    label: t(`vision.paper.${paper || 'page'}`),
    chosen: (board?.paper ?? '') === paper,
    disabled: !board,
    run: () => board && void desk.edits.boards.set({ ...boardEdit(board), paper }),
  }));
  const chosen = board?.paper.startsWith('#') === true;
  return nextMenu('paper', t('vision.paper'), [[...lines, { ...entryOf(own), chosen }]]);
}

/** All that is said of a board, to say some of it anew. */
export function boardEdit({
  id,
  itemId,
  name,
  paper,
}: {
  id: string;
  itemId: string;
  name: string;
  paper: string;
}) {
  return { id, itemId, name, paper };
}

/** The boards of the plan to choose from, and what can be done with the one shown. */
export function boardsMenu(vision: Vision, all: Named, nameOf: (id: string) => string): Groups {
  const { view } = vision;
  const lines = view.boards.map(({ id }) => ({
    id,
    label: nameOf(id),
    chosen: id === view.board?.id,
    run: () => openBoard(vision, id),
  }));
  return [
    lines,
    [entryOf(all.addBoard), entryOf(all.openCanvas)],
    [entryOf(all.rename), entryOf(all.boardFor), paperMenu(vision, all)],
    [entryOf(all.saveCanvas)],
    [entryOf(all.removeBoard)],
  ];
}

function openBoard({ view, writing }: Vision, id: string): void {
  writing.leave();
  view.pick([]);
  view.wished = id;
  view.fit();
  view.reach();
}
