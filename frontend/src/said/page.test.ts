import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  bodies,
  book,
  called,
  click,
  inTheHouse,
  leave,
  named,
  press,
  program,
  rest,
  show,
  start,
  write,
} from '../house';
import { changes, item } from '../plan/sample';
import { plusDays, today } from '../text/dates';

inTheHouse();

beforeEach(async () => {
  const decision = item('d', { kind: 'decision', title: 'Stay or go', parentId: 'v' });
  await start({}, changes({ ...book, items: [...(book.items ?? []), decision] }));
});

/** Fills in the field of a form that has this label. */
async function fill(label: string, text: string): Promise<void> {
  const labels = [...document.querySelectorAll('label')];
  const field = labels.find((one) => one.textContent?.trim() === label)?.querySelector('input');
  if (!field) throw new Error(`no field ${label}`);
  await write(field, text);
}

test('how strongly a value is served is said where it is tied, and undone', async () => {
  await show('v');
  await click('Value…');
  const form = document.querySelector('form:has(fieldset)');
  await fill('Which value does it serve?', 'Calm');
  form?.querySelector<HTMLInputElement>('input[value="8"]')?.click();
  await rest();
  await click('Keep');
  const [calm] = program.desk?.mirror.said.list('value', '') ?? [];
  expect(bodies('worth', 'v')).toEqual([{ valueId: calm?.id, strength: 8 }]);
  await click('Change: Calm, 8 of 10');
  await click('Clear');
  await click('Keep');
  expect(bodies('worth', 'v')).toEqual([{ valueId: calm?.id }]);
  await program.desk?.edits.undo();
  await rest();
  expect(bodies('worth', 'v')).toEqual([{ valueId: calm?.id, strength: 8 }]);
});

describe('what may come in between', () => {
  beforeEach(async () => {
    await show('s');
    await click('Barrier…');
    await fill('What might get in the way?', 'Rain');
    await click('outside');
    await click('Keep');
  });

  test('has a strategy of if and then, whose response can be a step', async () => {
    expect(bodies('barrier', 's')).toEqual([{ what: 'Rain', where: 'outer' }]);
    await click('If that happens, then…');
    await fill('If…', 'it rains at seven');
    await fill('then I…', 'take the stairs');
    await click('Keep');
    const [barrier] = program.desk?.mirror.said.list('barrier', 's') ?? [];
    expect(bodies('strategy', 's')).toEqual([
      { barrierId: barrier?.id, cue: 'it rains at seven', response: 'take the stairs' },
    ]);
    await click('It worked');
    await click('It did not');
    expect(document.body.textContent).toContain('worked 1 of 2 times');
    await click('Make it a step');
    await vi.waitFor(() => expect(program.desk?.mirror.children('s')).toHaveLength(1));
    await rest();
    expect(document.body.textContent).not.toContain('Make it a step');
  });

  test('has a strategy that comes to mind at its cue, until it is told whether it worked', async () => {
    await click('If that happens, then…');
    await fill('If…', 'it rains');
    await fill('then I…', 'take the stairs');
    await fill('At what time', 'dawn');
    await click('Keep');
    expect(document.body.textContent).toContain('Write a time such as 7:30, 19:00 or 7 pm.');
    await fill('At what time', '0:00');
    await fill('Bring it up on', 'today');
    await click('Keep');
    expect(document.body.textContent).toMatch(/Comes on .* at 00:00/);
    await click('1 thing to look at again');
    await vi.waitFor(() => named('Tomorrow again'));
    await click('Tomorrow again');
    expect(document.body.textContent).toContain('Nothing for today.');
    const [strategy] = program.desk?.mirror.said.list('strategy', 's') ?? [];
    const { id = '', body } = strategy ?? {};
    const day = today();
    expect(body?.day).toBe(plusDays(day, 1));
    await program.desk?.edits.setAspect({
      id,
      itemId: 's',
      kind: 'strategy',
      body: { day },
      edit: '',
    });
    await rest();
    const dialog = document.querySelector('[role=dialog]');
    const yes = [...(dialog?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent?.trim() === 'It worked',
    );
    yes?.click();
    await rest();
    expect(document.body.textContent).toContain('Nothing for today.');
    expect(bodies('strategy', 's')).toMatchObject([{ worked: 1, seen: day }]);
  });

  test('is rehearsed by seeing the cue first and the response then', async () => {
    await click('If that happens, then…');
    await fill('If…', 'it rains');
    await fill('then I…', 'take the stairs');
    await click('Keep');
    await click('Rehearse');
    expect(document.body.textContent).toContain('Picture it: it rains.');
    expect(document.body.textContent).not.toContain('Then I take the stairs.');
    await click('I can see it');
    expect(document.body.textContent).toContain('Then I take the stairs.');
  });

  test('is said anew, and the keyboard comes back to its line', async () => {
    await click('Change: Rain');
    await fill('What might get in the way?', 'Snow');
    await click('Keep');
    expect(bodies('barrier', 's')).toEqual([{ what: 'Snow', where: 'outer' }]);
    expect(document.activeElement?.textContent).toBe('Snow');
  });

  test('is taken away again', async () => {
    await click('Take away: Rain');
    expect(bodies('barrier', 's')).toEqual([]);
  });
});

test('what has its time comes while one looks at the plan', async () => {
  await leave();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-03-04T08:59:50') });
  onTestFinished(() => void vi.useRealTimers());
  const every = vi.spyOn(globalThis, 'setInterval');
  const strategy = {
    id: 'x',
    itemId: 's',
    kind: 'strategy',
    rank: 'a',
    body: { cue: 'it is nine', response: 'begin', time: '09:00' },
  } as const;
  await start({}, changes({ ...book, aspects: [strategy] }));
  expect(document.body.textContent).not.toContain('1 thing to look at again');
  vi.setSystemTime(new Date('2031-03-04T09:00:10'));
  for (const [look] of every.mock.calls) look();
  await rest();
  expect(document.body.textContent).toContain('1 thing to look at again');
});

test('a day and a time are committed to, stamped, changed and taken back', async () => {
  await show('s');
  await click('Commit to a day and a time…');
  await fill('When will I do it?', '4 March 2031');
  await fill('At what time?', 'dawn');
  named<HTMLInputElement>('8', 'fieldset label').click();
  await rest();
  await click('I commit to it');
  expect(document.body.textContent).toContain('Write a time such as');
  await fill('At what time?', '17:00');
  await click('I commit to it');
  const [given] = called('commit').map(([, input]) => input);
  expect(given).toMatchObject({ itemId: 's', day: '2031-03-04', time: '17:00', strength: 8 });
  expect(document.body.textContent).toContain('Tue 4 Mar 2031 at 17:00, 8 of 10 sure');
  expect(program.desk?.mirror.item('s')?.due).toBe('2031-03-04');
  await click('Another day or time');
  await fill('At what time?', '');
  await fill('When will I do it?', '5 March 2031 at 7 pm');
  await click('I commit to it');
  expect(document.body.textContent).toContain('Wed 5 Mar 2031 at 19:00');
  await click('Another day or time');
  await fill('At what time?', '');
  await click('I commit to it');
  expect(document.body.textContent).toContain('Wed 5 Mar 2031, 8 of 10 sure');
  await click('Take it back');
  expect(bodies('promise', 's')).toEqual([]);
});

test('whom something waits for is said with the day, in the outline too', async () => {
  await program.desk?.edits.setState(['s'], 'waiting');
  await show('s');
  const field = named<HTMLInputElement>('Waiting for', 'input');
  await write(field, 'Per');
  await press(field, 'Enter');
  expect(bodies('wait', 's')).toEqual([{ who: 'Per', since: today() }]);
  expect(document.querySelector('[role=tree]')?.textContent).toContain('waiting for Per since');
  await write(field, '');
  await press(field, 'Enter');
  expect(bodies('wait', 's')).toEqual([{}]);
});

describe('what is missing', () => {
  test('becomes a step to ask or to find in one press, and is followed until it is found', async () => {
    await show('s');
    await click('Gap…');
    await fill('What is missing?', 'a recorder');
    await click('Keep');
    expect(document.querySelector('[role=tree]')?.textContent).toContain('Something is missing');
    await click('Ask somebody');
    const [step = ''] = program.desk?.mirror.children('s') ?? [];
    expect(program.desk?.mirror.item(step)?.title).toBe('Ask for help: a recorder');
    expect(document.body.textContent).toContain('on its way');
    await program.desk?.edits.setState([step], 'done');
    await rest();
    expect(document.body.textContent).toContain('found');
    expect(document.querySelector('[role=tree]')?.textContent).not.toContain(
      'Something is missing',
    );
  });
});

describe('who', () => {
  test('is one of the client’s people, made once and known after that', async () => {
    await show('s');
    for (const [part, name] of [
      ['help', 'Ada'],
      ['decide', 'ada '],
    ] as const) {
      await click('Person…');
      await fill('Who?', name);
      await click(part);
      await click('Keep');
      await rest();
    }
    expect(bodies('person', '')).toEqual([{ name: 'Ada' }]);
    expect(document.body.textContent).toContain('Ada helps');
    expect(document.body.textContent).toContain('Ada decides');
  });
});

describe('a decision', () => {
  test('starts from the five usual ways, and is decided as a step in itself', async () => {
    await show('d');
    expect(named<HTMLButtonElement>('Decide').disabled).toBe(true);
    await click('Start from the five usual ways');
    await rest();
    expect(bodies('option', 'd')).toHaveLength(5);
    await click('Stay');
    const review = named<HTMLInputElement>('Look again on', 'input');
    await write(review, '1 March 2031');
    review.dispatchEvent(new FocusEvent('blur'));
    await rest();
    await click('Decide');
    await rest();
    expect(program.desk?.mirror.item('d')?.state).toBe('done');
    expect(program.desk?.mirror.said.once('choice', 'd')).toMatchObject({
      way: 'stay',
      review: '2031-03-01',
    });
    expect(document.body.textContent).toMatch(
      /Decided until .*2031: “Stay or go”\. That is a step in itself\./,
    );
    await click('Open it again');
    await rest();
    expect(program.desk?.mirror.item('d')?.state).toBe('doing');
    const [thought] = bodies('thought', 'd') ?? [];
    expect(JSON.stringify(thought)).toContain('Before, it was: Stay');
  });
});

test('how a way goes with what matters is said by a press each, and taken back', async () => {
  for (const [name, core] of [
    ['Courage', true],
    ['Ease', null],
  ] as const)
    await program.desk?.edits.setAspect({
      id: '',
      itemId: '',
      kind: 'value',
      body: { name, core },
      edit: '',
    });
  await show('d');
  await click('A way…');
  await fill('What is it?', 'Stay');
  await click('Keep');
  expect(document.body.textContent).not.toContain('Ease');
  await click('Does it go with Courage?');
  const [option] = program.desk?.mirror.said.list('option', 'd') ?? [];
  const [courage] = program.desk?.mirror.said.list('value', '') ?? [];
  const fit = { optionId: option?.id, valueId: courage?.id };
  expect(bodies('fit', 'd')).toEqual([{ ...fit, with: 'for' }]);
  await click('It goes with Courage');
  expect(bodies('fit', 'd')).toEqual([{ ...fit, with: 'against' }]);
  await click('It goes against Courage');
  expect(bodies('fit', 'd')).toEqual([{ ...fit, with: 'neutral' }]);
  await click('Courage says nothing about it');
  expect(bodies('fit', 'd')).toEqual([]);
});

describe('the client’s values', () => {
  test('stand in their order, which can be changed', async () => {
    program.desk?.commands.get('said.client')?.run();
    await vi.waitFor(() => named('A value…'));
    for (const name of ['Honesty', 'Courage']) {
      await click('A value…');
      await fill('What matters to you?', name);
      await click('Keep');
    }
    await click('Further up: Courage');
    expect(called('moveAspect')).toHaveLength(1);
    expect(bodies('value', '')).toEqual([{ name: 'Courage' }, { name: 'Honesty' }]);
  });
});

describe('the gap analysis', () => {
  test('asks for each sort of gap by itself, and what is found is of that sort', async () => {
    await show('g');
    program.desk?.commands.get('said.analysis')?.run();
    await vi.waitFor(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
    await rest();
    const dialog = document.querySelector('[role=dialog]');
    const buttons = [...(dialog?.querySelectorAll('button') ?? [])];
    buttons.filter(({ textContent }) => textContent?.trim() === 'Gap…')[1]?.click();
    await rest();
    await fill('What is missing?', 'how contracts work');
    await click('Keep');
    expect(bodies('gap', 'g')).toEqual([{ what: 'how contracts work', sort: 'knowledge' }]);
  });
});

describe('the thinking log', () => {
  test('has the day of each thought, which a change leaves as it was', async () => {
    await show('d');
    await click('Thought…');
    await fill('What do you think now?', 'It is far');
    await click('Keep');
    const [thought] = program.desk?.mirror.said.list('thought', 'd') ?? [];
    expect(thought?.body.on).toMatch(/^\d{4}-\d\d-\d\d$/);
    await program.desk?.edits.setAspect({
      id: thought?.id ?? '',
      itemId: 'd',
      kind: 'thought',
      body: { on: '2026-01-02' },
      edit: '',
    });
    await rest();
    await click('Change: It is far');
    await fill('What do you think now?', 'It is not so far');
    await click('Keep');
    expect(bodies('thought', 'd')).toEqual([{ on: '2026-01-02', words: 'It is not so far' }]);
  });
});

test('a step has what somebody said to cheer one on', async () => {
  await show('s');
  await click('Cheer…');
  await fill('Who', 'Liv');
  await fill('What they said', 'Go!');
  await click('Keep');
  expect(bodies('cheer')).toEqual([{ who: 'Liv', words: 'Go!', itemId: 's' }]);
  expect(document.body.textContent).toContain('Liv: Go!');
  await show('v');
  expect(document.body.textContent).not.toContain('Liv: Go!');
});

test('what is done can be celebrated, on its day', async () => {
  await show('s');
  expect(document.body.textContent).not.toContain('Celebrate…');
  await program.desk?.edits.setState(['s'], 'done');
  await rest();
  await click('Celebrate…');
  await fill('When', 'today');
  await fill('How was it?', 'We sang.');
  await fill('What you treat yourself to', 'Cake');
  await click('Keep');
  expect(bodies('celebration', 's')).toEqual([{ on: today(), note: 'We sang.', reward: 'Cake' }]);
  expect(document.body.textContent).toContain('We sang. · Cake');
});

test('a setback is kept with what it taught, with the item that it happened to', async () => {
  await show('s');
  await click('Setback…');
  await fill('When', 'soon');
  await fill('What happened?', 'It rained.');
  await click('Keep');
  expect(document.body.textContent).toContain('Write a day that is over');
  expect(bodies('setback')).toEqual([]);
  await fill('When', 'today');
  await fill('What did it teach you?', 'look first');
  await click('Keep');
  const said = { on: today(), what: 'It rained.', learned: 'look first', itemId: 's' };
  expect(bodies('setback')).toEqual([said]);
  expect(document.body.textContent).toContain('It rained. · Learned: look first');
  await show('v');
  expect(document.body.textContent).not.toContain('It rained.');
});
