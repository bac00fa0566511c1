import { expect, it } from 'vitest';
import { Turns } from './turns';

it('begins the first task at once and each other one when the one before is done', async () => {
  const said: string[] = [];
  const turns = new Turns();
  const task = (name: string) => async () => {
    said.push(name + ' begins');
    await Promise.resolve();
    said.push(name + ' ends');
  };
  const first = turns.take(task('a'));
  expect(said).toEqual(['a begins']);
  const second = turns.take(task('b'));
  await Promise.all([first, second]);
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('goes on after a task that failed', async () => {
  const turns = new Turns();
  await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.take(() => Promise.resolve('yes'))).resolves.toBe('yes');
});
